import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { Refusal } from '../src/index.ts'
import { refusalText } from '../src/sentences.ts'

/** What a refusal points to, by clause and code: its kind, field and params. Positions in lists are left open. */
const shapes = JSON.parse(readFileSync(new URL('shapes.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, readonly string[]>
>

/** A refusal without its accidents, e.g. `rule seats.#.person {name}`. */
export const shapeOf = ({ kind, field, params }: Refusal): string =>
  [
    kind,
    field?.replace(/\d+/g, '#') ?? '',
    Object.keys(params ?? {})
      .sort()
      .map((name) => `{${name}}`)
      .join(''),
  ].join(' ')

/** A refusal says what it always said: the page shows it beside that field, in that sentence. @throws AssertionError */
export function checkRefusal(refusal: Refusal): void {
  const key = `${refusal.clause} ${refusal.code}`
  assert.ok(shapes[key]?.includes(shapeOf(refusal)), `shapes.json has no ${key}: ${shapeOf(refusal)}`)
  for (const value of Object.values(refusal.params ?? {})) assert.ok(value !== '', key)
  assert.ok(refusalText(refusal, 'zh') !== refusalText({ ...refusal, params: {} }, 'zh') || !refusal.params, key)
}
