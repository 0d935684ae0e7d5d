import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { keysOf, steps } from '@xieshang/rules'
import { commands } from '@xieshang/rules/deciding'
import { expect, it } from 'vitest'
import { eventName } from './events.ts'

const rules = fileURLToPath(new URL('../../../rules/src', import.meta.url))

/** The names of the events, as their types declare them. */
const types = globSync('*/events.ts', { cwd: rules }).flatMap((file) => {
  const declared = /type \w+Events = \{(?:\n(.*?)\n| (.*?) )\}\n/s.exec(readFileSync(`${rules}/${file}`, 'utf8'))
  return [...(declared?.[1] ?? `  ${declared?.[2]}`).matchAll(/^ {2}(\w+): /gm)].map(([, name]) => String(name))
})

it('P7: the history has words for every kind of event, in both languages', () => {
  expect(types.length).toBeGreaterThan(40)
  expect(types.filter((type) => !/[一-龥]/.test(eventName(type, 'zh')))).toEqual([])
  expect(types.filter((type) => eventName(type, 'en') === type)).toEqual([])
})

it('one that these pages do not know yet stands for itself', () => {
  expect(eventName('SomethingNew', 'zh')).toBe('SomethingNew')
})

it('every step and every command has its words', () => {
  for (const step of keysOf(steps)) expect(steps[step].zh).toMatch(/[一-龥]/)
  for (const type of keysOf(commands)) expect(commands[type].label.zh).toMatch(/[一-龥]/)
})
