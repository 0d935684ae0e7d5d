import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes an assembly of one stack, as `cdk synth` would; its functions have one code, whose key is `code.zip`. */
export function writeAssembly(folder: string, stack: string, template: object, code: string): void {
  mkdirSync(join(folder, 'code'), { recursive: true })
  writeFileSync(join(folder, 'code/index.mjs'), code)
  const artifacts = {
    [stack]: { type: 'aws:cloudformation:stack', properties: { templateFile: 'stack.json' }, dependencies: ['Assets'] },
    Assets: { type: 'cdk:asset-manifest', properties: { file: 'assets.json' } },
  }
  const files = { code: { source: { path: 'code', packaging: 'zip' }, destinations: { d: { objectKey: 'code.zip' } } } }
  for (const [name, content] of Object.entries({ manifest: { artifacts }, stack: template, assets: { files } }))
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(content))
}
