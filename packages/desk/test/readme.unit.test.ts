import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { kinds, withoutEffect } from '../src/resources/kinds.ts'

it('the README names every kind that runs or needs nothing, and no other', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const named = new Set([...readme.matchAll(/`(AWS::\w+::\w+)`/g)].map(([, kind]) => kind))
  // Custom resources are run by the function that stands behind them.
  named.delete('AWS::CloudFormation::CustomResource')
  expect([...named].sort()).toEqual([...new Set([...Object.keys(kinds), ...Object.keys(withoutEffect)])].sort())
})
