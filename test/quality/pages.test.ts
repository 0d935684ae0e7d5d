import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const source = fileURLToPath(new URL('../../packages/web/src', import.meta.url))
const files = (ending: RegExp) =>
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => ({ name, text: readFileSync(join(source, name), 'utf8') }))

/** Where in a file something stands that does not belong there. */
const found = (all: readonly { readonly name: string; readonly text: string }[], wrong: RegExp) =>
  all.flatMap(({ name, text }) => [...text.matchAll(wrong)].map(([match]) => `${name}: ${match}`))

describe('addresses', () => {
  it('are made in one place', () => {
    const others = files(/\.tsx?$/).filter(({ name }) => !/(\.gen\.d|\.test)\.ts$|^shared\/addresses\.ts$/.test(name))
    // A path of the API’s document has braces for what is asked for; those of a template have a $ before them.
    const path =
      /([`'"])(?:\$\{location\.origin\})?\/(?:api|callback|city|office|p|r|screen|shared)(?=[/`'"?#])(?:(?!\1|(?<!\$)\{).)*\1/g
    // The two faces with a router of their own.
    const faces = /"\/(?:office|city)\/\*\?"/
    expect(found(others, path).filter((one) => !faces.test(one))).toEqual([])
  })
})

describe('style', () => {
  const sheets = files(/\.css$/).filter(({ name }) => name !== 'style/tokens.css')
  const tokens = readFileSync(join(source, 'style/tokens.css'), 'utf8')

  it('names colours, faces and sizes of type in one sheet', () => {
    const color =
      /#[\da-f]{3,8}\b|\b(?:rgb|hsl|lab|lch|oklch|oklab)a?\(|(?<![\w-])(?:black|white|gr[ae]y|red|green|blue|orange)(?=[ ;])/gi
    const type = /(?<=[\s;{])font(?:-size|-family)?:(?!\s*(?:inherit;|var\(--(?:type|face)-))[^;]+;/g
    expect([...found(sheets, color), ...found(sheets, type)]).toEqual([])
  })

  it('uses no token that there is not, and has none that nobody uses', () => {
    const named = new Set([...tokens.matchAll(/^\s+(--[\w-]+):/gm)].map(([, name]) => name))
    const used = new Set(
      [...files(/\.css$/)].flatMap(({ text }) => [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name)),
    )
    expect([...used].filter((name) => !named.has(name))).toEqual([])
    // A scale is whole, whichever of its steps are taken.
    expect([...named].filter((name) => !used.has(name) && !name?.startsWith('--scale-'))).toEqual([])
  })
})
