import { placeCodeOf, placesFrom } from '@xieshang/kernel'
import type { Owed } from '@xieshang/rules'
import { expect, it } from 'vitest'
import { overdueOf } from './overdue.ts'

const village = placeCodeOf('331102001001')
const day = '2026-03-02'
const line = { who: { role: 'village', division: village } } as const
const owed = (of: Partial<Owed>): Owed => ({
  v: 1,
  version: 1,
  tenant: placeCodeOf('331102'),
  ...{ division: village, owner: village, consultation: false, duties: [] },
  ...of,
})

it('G3: each overdue line says where it lies and leads to its consultation, where it is of one; the earliest first', async () => {
  const places = placesFrom(['331102 莲都区', '331102001 紫金街道'])
  const place = places.find('331102')
  if (place === undefined) throw new Error('There is no such county')
  const all = [
    owed({ duties: [{ ...line, id: 'a', kind: 'council', due: '2026-03-04' }] }),
    owed({
      owner: 'C1',
      consultation: true,
      title: '路灯',
      duties: [{ ...line, id: 'b', kind: 'opinions', due: day }],
    }),
  ]
  const { duties, total, below } = await overdueOf({ overdueIn: async () => all }, { place, places }, 0)
  expect(duties.map(({ due }) => due)).toEqual([day, '2026-03-04'])
  expect(duties[0]).toMatchObject({ consultation: 'C1', title: '路灯', division: village, countyName: '莲都区' })
  expect(duties[1]).not.toHaveProperty('consultation')
  expect(duties[1]).not.toHaveProperty('title')
  expect(total).toBe(2)
  expect(below.reduce((sum, { count }) => sum + count, 0)).toBe(2)
})
