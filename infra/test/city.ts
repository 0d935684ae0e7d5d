import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { counties } from '@xieshang/divisions'
import type { App } from 'aws-cdk-lib'
import { afterAll } from 'vitest'
import { type AppOptions, cityApp } from '../src/app.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

const sources = fileURLToPath(new URL('../../functions/src', import.meta.url))
const functions = readdirSync(sources).filter((name) => existsSync(join(sources, name, 'handler.ts')))

/** The app over bundles and pages that hold nothing: what the templates say does not depend on the code. */
export function emptyCityApp(options: AppOptions = {}): App {
  const folder = mkdtempSync(join(tmpdir(), 'xieshang-synth-'))
  folders.push(folder)
  for (const name of [...functions.map((name) => join('functions', name)), 'pages']) {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, 'index.mjs'), `// ${name}\n`)
  }
  return cityApp({
    outdir: join(folder, 'out'),
    bundles: join(folder, 'functions'),
    pages: join(folder, 'pages'),
    counties: counties().slice(0, 2),
    ...options,
  })
}
