import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type BuildContext, context } from 'esbuild'
import { areaSources, bundling, functionSources, type Source } from './bundle.ts'
import { openSourceChanges } from './sourceChanges.ts'

/** A function that is bundled again when its source changed. */
type Watched = {
  readonly source: Source
  readonly builder: BuildContext<{ metafile: true; write: false }>
  /** Files that it is made from. */
  inputs: ReadonlySet<string>
  stale: boolean
  /** Its source did not build: whatever changes may mend it. */
  broken: boolean
  building: Promise<void> | undefined
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Writes a file whole or not at all. @returns whether it is another than before */
async function replace(file: string, contents: Uint8Array): Promise<boolean> {
  // What is not there, or cannot be read, is written.
  const before = await readFile(file).catch(() => undefined)
  if (before !== undefined && hashOf(before) === hashOf(contents)) return false
  await mkdir(dirname(file), { recursive: true })
  await writeFile(`${file}.new`, contents)
  await rename(`${file}.new`, file)
  return true
}

/**
 * Bundles functions anew, each when it is asked for and its source was changed since. What it loads later keeps its old
 * files too, for whoever still runs the old start.
 * @param rebuilt told of a function that was bundled anew, and how long that took
 * @param broken told what is wrong with a source; its last bundle stays
 */
export async function watchFunctions(options: {
  readonly root: string
  readonly outdir: string
  readonly rebuilt: (name: string, ms: number) => void
  readonly broken: (name: string, why: string) => void
}) {
  const { root, outdir, rebuilt, broken } = options
  const watched = new Map<string, Watched>()
  const changes = openSourceChanges((file) => {
    for (const one of watched.values()) if (one.broken || one.inputs.has(file)) one.stale = true
  })

  async function build(one: Watched): Promise<boolean> {
    one.stale = false
    one.broken = false
    const { metafile, outputFiles } = await one.builder.rebuild()
    const inputs = Object.keys(metafile.inputs).map((file) => join(root, file))
    one.inputs = new Set(inputs)
    changes.follow(inputs.filter((file) => !file.includes('/node_modules/')))
    // The start comes last: what it refers to is there by then.
    const start = outputFiles.filter(({ path }) => basename(path) === 'index.mjs')
    for (const { path, contents } of outputFiles) if (basename(path) !== 'index.mjs') await replace(path, contents)
    const written = await Promise.all(start.map(({ path, contents }) => replace(path, contents)))
    return written.includes(true)
  }

  async function again(one: Watched): Promise<void> {
    const from = performance.now()
    try {
      // What changes while it is built is built as well.
      let changed = await build(one)
      while (one.stale) changed = (await build(one)) || changed
      if (changed) rebuilt(one.source.name, performance.now() - from)
    } catch (error) {
      one.broken = true
      broken(one.source.name, error instanceof Error ? error.message : String(error))
    } finally {
      one.building = undefined
    }
  }

  const functions = await functionSources(root, outdir)
  const areas = await Promise.all(functions.map(areaSources))
  for (const source of [...functions, ...areas.flat()]) {
    const builder = await context({ ...bundling(root, source), absWorkingDir: root, metafile: true, write: false })
    watched.set(source.folder, { source, builder, inputs: new Set(), stale: false, broken: false, building: undefined })
  }
  await Promise.all([...watched.values()].map(build))

  return {
    /** Brings a function's folder up to its source, if it is not. */
    refresh(folder: string): Promise<void> | undefined {
      // An area lies in a folder of its function's.
      const those = [...watched.values()].filter(({ source }) => `${source.folder}/`.startsWith(`${folder}/`))
      for (const one of those) if (one.stale) one.building ??= again(one)
      const building = those.flatMap((one) => (one.building === undefined ? [] : [one.building]))
      return building.length === 0 ? undefined : Promise.all(building).then(() => undefined)
    },
    async stop(): Promise<void> {
      changes.stop()
      await Promise.all([...watched.values()].map(({ builder }) => builder.dispose()))
    },
  }
}
