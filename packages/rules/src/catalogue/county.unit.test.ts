import { placeCodeOf } from '@xieshang/kernel'
import { describe, expect, it } from 'vitest'
import { checkRefusal } from '../../test/shapes.ts'
import {
  type Actor,
  baseCatalogue,
  type Catalogue,
  changesNothing,
  type Dated,
  type Refusal,
  setCatalogue,
  setCatalogueSchema,
} from '../index.ts'

const now = '2026-03-10T04:00:00.000Z'
const today = '2026-03-10'
const county: Actor = { sub: 'county-1', name: '县民政局', role: 'county', division: placeCodeOf('331102') }
const refusalOf = (decision: { readonly kind: string; readonly refusal?: Refusal }): Refusal => {
  if (decision.refusal === undefined) throw new Error('It was accepted')
  checkRefusal(decision.refusal)
  return decision.refusal
}

describe('a county’s catalogue', () => {
  const own = { relation: 'M5', label: { zh: '古树名木保护', en: '' }, assembly: false } as const
  const set = (command: object, versions: readonly Dated<Catalogue>[] = []) =>
    setCatalogue(setCatalogueSchema.parse({ effectiveFrom: today, reason: '结合实际', ...command }), {
      now,
      actor: county,
      versions,
    })
  const accepted = (command: object, versions: readonly Dated<Catalogue>[] = []): Dated<Catalogue> => {
    const decision = set(command, versions)
    if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.refusal))
    return decision.version
  }

  it('M6: a version that changes nothing says nothing, before it is sent', () => {
    const asked = (change: object) =>
      changesNothing(setCatalogueSchema.parse({ effectiveFrom: today, reason: '结合实际', ...change }))
    expect(asked({})).toMatchObject({ clause: 'M6', code: 'nothingChanged' })
    expect([asked({ add: [own] }), asked({ change: [{ code: 'M4.1' }] })]).toEqual([undefined, undefined])
  })

  it('M6: names the matter that a change speaks of wrongly', () => {
    expect(refusalOf(set({ change: [{ code: '331102-9' }] })).params).toEqual({ matter: '331102-9' })
    expect(refusalOf(set({ change: [{ code: 'M4.1' }, { code: 'M4.1' }] })).params).toEqual({ matter: 'M4.1' })
    expect(refusalOf(set({ change: [{ code: 'M2.6', assembly: false }] })).params).toEqual({ matter: 'M2.6' })
    expect(refusalOf(set({ add: [own, own] })).params).toMatchObject({ matter: { zh: '古树名木保护' } })
  })

  it('M6: a matter may be called as one that was withdrawn, and the version says who set it', () => {
    const first = accepted({ add: [own] })
    expect(first.by).toEqual({ sub: 'county-1', name: '县民政局', role: 'county', division: '331102' })
    expect(refusalOf(set({ add: [own] }, [first])).code).toBe('matterTwice')
    const without = accepted({ change: [{ code: '331102-1', withdrawn: true }] }, [first])
    expect(accepted({ add: [own] }, [first, without]).content.matters.at(-1)?.code).toBe('331102-2')
  })

  it('M6: takes as many matters as the city allows, and says how many that is', () => {
    const many = (count: number, from: number) =>
      Array.from({ length: count }, (_, index) => ({ ...own, label: { zh: `事项${from + index}`, en: '' } }))
    let versions: Dated<Catalogue>[] = []
    const sizeOf = () => versions.at(-1)?.content.matters.length ?? baseCatalogue.matters.length
    let most: unknown
    for (let step = 50; step >= 1; ) {
      const decision = set({ add: many(step, sizeOf()) }, versions)
      if (decision.kind === 'accepted') versions = [...versions, decision.version]
      else {
        most = refusalOf(decision).params?.most
        step = Math.floor(step / 2)
      }
    }
    expect(sizeOf()).toBe(most)
  })
})
