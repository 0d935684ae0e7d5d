import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Generates the client's types from the API's own documents: `node generate-api.ts [DIRECTORY]`. */
const target = process.argv[2] ?? fileURLToPath(new URL('../src/api', import.meta.url))
const documents = mkdtempSync(join(tmpdir(), 'xieshang-api-'))
execFileSync(process.execPath, [
  fileURLToPath(new URL('../../http/scripts/write-openapi.ts', import.meta.url)),
  documents,
])
const cli = join(dirname(createRequire(import.meta.url).resolve('openapi-typescript/package.json')), 'bin/cli.js')
for (const name of ['county', 'city'])
  execFileSync(process.execPath, [cli, join(documents, `${name}.json`), '-o', join(target, `${name}.gen.d.ts`)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
rmSync(documents, { recursive: true })
