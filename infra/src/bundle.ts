import { existsSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type BuildOptions, build, type Metafile } from 'esbuild'
import { areasApart, builtinsRequired } from './bundlePlugins.ts'

/** Names of the functions: the folders of `functions/src` that hold a handler. */
export async function functionNames(root: string): Promise<string[]> {
  const folder = join(root, 'functions/src')
  const entries = await readdir(folder, { recursive: true })
  return entries
    .flatMap((entry) => (/^[^/]+\/handler\.ts$/.test(entry) ? [entry.slice(0, entry.indexOf('/'))] : []))
    .sort()
}

const kilobytesOf = (bytes: number): number => Math.round(bytes / 1024)

/** Bytes of what is loaded with a bundle: its entry and what that imports at once, not what it loads when asked for it. */
function startBytes({ outputs }: Metafile): number {
  const loaded = new Set<string>()
  const load = (path: string): void => {
    if (loaded.has(path)) return
    loaded.add(path)
    for (const { path: next, kind } of outputs[path]?.imports ?? []) if (kind === 'import-statement') load(next)
  }
  for (const path of Object.keys(outputs)) if (path.endsWith('/index.mjs')) load(path)
  return [...loaded].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0)
}

/** A function's bundle, in KB. */
export type Bundle = {
  readonly name: string
  /** What its start loads, not what it loads later, when somebody asks for it. */
  readonly kilobytes: number
  /** Of an API in areas what each loads with its first request. */
  readonly areas: Readonly<Record<string, number>>
}

/** A function to be bundled: the file that exports its handler, and the folder of its bundle. */
export type Source = {
  readonly name: string
  readonly entry: string
  readonly folder: string
  /** As anybody would bundle it, for those who compare: with the SDK's own search for credentials, and Node's modules imported. */
  readonly usual?: true
}

/** The functions of the project, bundled into a folder each. */
export async function functionSources(root: string, outdir: string): Promise<Source[]> {
  const names = await functionNames(root)
  return names.map((name) => ({
    name,
    entry: join(root, 'functions/src', name, 'handler.ts'),
    folder: join(outdir, name),
  }))
}

/** The areas of an API whose handler this is: the files of the folder beside it. */
export async function areaSources({ entry, folder }: Source): Promise<Source[]> {
  const beside = join(dirname(entry), 'areas')
  const files = existsSync(beside) ? await readdir(beside) : []
  return files.sort().map((file) => {
    const name = basename(file, '.ts')
    return { name, entry: join(beside, file), folder: join(folder, 'areas', name) }
  })
}

/**
 * No schema is compiled before its first parse. Most schemas parse a few times in the life of an instance, if at all, and
 * compiling those of one answer took 12 ms of its start. It stands before all else, for a schema asks when it is made.
 */
const noCompiledSchemas = 'globalThis.__zod_globalConfig??={jitless:true};'

// Some CommonJS dependencies call require, which an ES module does not have.
const require =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);"

/** How a function, or an area of one, is bundled. */
export const bundling = (root: string, { entry, folder, usual }: Source) =>
  ({
    entryPoints: { index: entry },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What is imported where it is needed, as the writer of Word documents is, is a file of its own.
    splitting: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    ...(usual === undefined && {
      alias: { '@aws-sdk/credential-provider-node': join(root, 'functions/src/wiring/credentials.ts') },
    }),
    plugins: usual === undefined ? [areasApart, builtinsRequired] : [],
    minify: true,
    legalComments: 'none',
    // What people read is Chinese: escaped, each character would weigh twice as much.
    charset: 'utf8',
    metafile: true,
    logLevel: 'silent',
    banner: { js: usual === undefined ? require + noCompiledSchemas : require },
  }) satisfies BuildOptions

/** Bundles one function into its folder, and its areas into folders below. */
export async function bundleFunction(root: string, source: Source): Promise<Bundle> {
  const { name, folder } = source
  await mkdir(folder, { recursive: true })
  const { metafile } = await build(bundling(root, source))
  await writeFile(join(folder, 'package.json'), '{"type":"module"}\n')
  const areas: Record<string, number> = {}
  for (const area of await areaSources(source)) areas[area.name] = (await bundleFunction(root, area)).kilobytes
  return { name, kilobytes: kilobytesOf(startBytes(metafile)), areas }
}

/** Bundles every function, one folder each, and says how large each became. */
export async function bundleFunctions(root: string, outdir: string): Promise<Bundle[]> {
  return Promise.all((await functionSources(root, outdir)).map((source) => bundleFunction(root, source)))
}
