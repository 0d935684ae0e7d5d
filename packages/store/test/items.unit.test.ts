import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { cityItems, countyItems } from './itemsPut.ts'

/** Items as they have lain since before there were entities: what is in a table is never written otherwise by accident. */
const kept = (table: string): string => readFileSync(new URL(`./items/${table}.txt`, import.meta.url), 'utf8')

it('a county puts the items that it always has', async () => {
  expect(`${(await countyItems()).join('\n')}\n`).toBe(kept('county'))
})

it('the city puts the items that it always has, and so do places', async () => {
  expect(`${(await cityItems()).join('\n')}\n`).toBe(kept('city'))
})
