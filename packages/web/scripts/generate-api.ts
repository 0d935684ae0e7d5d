import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import openapi, { astToString, COMMENT_HEADER } from 'openapi-typescript'
import ts from 'typescript'
import { placeFormat } from '../../kernel/src/place.ts'

/** Generates the client's types from the API's own documents: `node generate-api.ts [DIRECTORY]`. */
const target = process.argv[2] ?? fileURLToPath(new URL('../src/api', import.meta.url))
const documents = mkdtempSync(join(tmpdir(), 'xieshang-api-'))
execFileSync(process.execPath, [
  fileURLToPath(new URL('../../http/scripts/write-openapi.ts', import.meta.url)),
  documents,
])

/** The code of a place is one on both sides: every answer was parsed by its schema before it left. */
const placeCode = ts.factory.createTypeReferenceNode('PlaceCode')

for (const name of ['county', 'city']) {
  const nodes = await openapi(readFileSync(join(documents, `${name}.json`), 'utf8'), {
    inject: "import { type PlaceCode, placeCode } from '@xieshang/kernel'\n",
    transform: ({ format }) => (format === placeFormat ? placeCode : undefined),
  })
  writeFileSync(join(target, `${name}.gen.d.ts`), COMMENT_HEADER + astToString(nodes))
}
rmSync(documents, { recursive: true })
