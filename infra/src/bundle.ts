import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

/** Names of the functions: the folders of `functions/src` that hold a handler. */
export async function functionNames(root: string): Promise<string[]> {
  const folder = join(root, 'functions/src')
  const entries = await readdir(folder, { recursive: true })
  return entries
    .flatMap((entry) => (/^[^/]+\/handler\.ts$/.test(entry) ? [entry.slice(0, entry.indexOf('/'))] : []))
    .sort()
}

/** Bundles every function, one folder each, and says how large each became. */
export async function bundleFunctions(root: string, outdir: string): Promise<{ name: string; kilobytes: number }[]> {
  const names = await functionNames(root)
  return Promise.all(
    names.map(async (name) => {
      const folder = join(outdir, name)
      await mkdir(folder, { recursive: true })
      const outfile = join(folder, 'index.mjs')
      const { metafile } = await build({
        entryPoints: [join(root, 'functions/src', name, 'handler.ts')],
        outfile,
        bundle: true,
        platform: 'node',
        target: 'node24',
        format: 'esm',
        mainFields: ['module', 'main'],
        alias: { '@aws-sdk/credential-provider-node': join(root, 'functions/src/wiring/credentials.ts') },
        minify: true,
        legalComments: 'none',
        metafile: true,
        logLevel: 'silent',
        // Some CommonJS dependencies call require, which an ES module does not have.
        banner: {
          js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
        },
      })
      const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0)
      await writeFile(join(folder, 'package.json'), '{"type":"module"}\n')
      return { name, kilobytes: Math.round(bytes / 1024) }
    }),
  )
}
