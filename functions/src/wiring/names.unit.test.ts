import { placesFrom, text } from '@xieshang/kernel'
import { expect, it } from 'vitest'
import { withNames } from './names.ts'

it('a fact that gives a place by its code is read by its name, and every other as it stands', () => {
  const fact = { label: text('来自', 'From'), value: '331102' }
  const { facts } = withNames(
    { facts: [{ ...fact, division: true }, { ...fact, division: true, value: '999999' }, fact] },
    placesFrom(['331102 莲都区']),
  )
  expect(facts.map(({ value }) => value)).toEqual(['莲都区', '999999', '331102'])
})
