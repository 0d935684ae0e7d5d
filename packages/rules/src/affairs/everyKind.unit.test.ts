import { placeCodeOf } from '@xieshang/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, inVillage, now, Register, village } from '../../test/register.ts'
import { type EntryKind, keysOf, officerRoles } from '../index.ts'
import { refusalTexts } from '../sentences.ts'
import { decideEntry, entryKinds, evolveEntry, foldEntry, mostActs } from './index.ts'

const hall = { name: '议事厅', address: '一楼', seats: 60 }
const booking = {
  from: '2026-06-01T01:00:00.000Z',
  until: '2026-06-01T02:00:00.000Z',
  purpose: '议事',
}

describe('every kind', () => {
  const kinds = keysOf(entryKinds)
  const json = fc.jsonValue({ maxDepth: 2 })
  const anyBody = fc.oneof(
    json,
    fc.constant({ text: '好', reason: '好', note: '好' }),
    fc.constant({ opinion: 1, text: '答' }),
    fc.constant(booking),
  )
  const command = fc.record({
    act: fc.oneof(
      fc.constantFrom(...new Set(kinds.flatMap((kind) => Object.keys(entryKinds[kind].acts))), 'annul', 'create'),
      fc.constantFrom('constructor', '__proto__', 'toString', ''),
    ),
    kind: fc.constantFrom(...kinds),
    body: anyBody,
    actor: fc.constantFrom(
      ...officerRoles.map((role) =>
        at(role, role === 'county' ? placeCodeOf('331102') : role === 'township' ? placeCodeOf('331102001') : village),
      ),
    ),
  })
  const firsts: { readonly [kind in EntryKind]?: object } = {
    venue: hall,
    suggestion: { title: '一', text: '二', to: ['county'] },
  }
  const eventOf = (register: Register) => ({
    entry: 'entry0001',
    kind: register.kind as string,
    tenant: placeCodeOf('331102'),
    division: village,
    number: 1,
    v: 1 as const,
    at: now,
    by: inVillage,
    act: 'create',
    body: register.head.fields,
  })

  it('decides whatever it is given: nothing throws, every refusal names a clause and has a sentence', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('venue', 'suggestion', undefined),
        fc.array(command, { maxLength: 12 }),
        (first, all) => {
          const register = new Register(first ?? 'talk')
          if (first !== undefined) register.create(firsts[first])
          const events = register.entry === undefined ? [] : [eventOf(register)]
          let entry = register.entry
          for (const { actor, ...one } of all) {
            const decision = decideEntry(entry, one, { now, actor })
            if (decision.kind === 'refused') {
              expect(decision.refusal.clause).toMatch(/^[FG]\d+$/)
              expect(refusalTexts).toHaveProperty(decision.refusal.code)
            } else if (entry !== undefined) {
              const event = {
                ...eventOf(register),
                ...decision,
                kind: entry.kind,
                number: entry.version + 1,
                by: actor,
              }
              events.push(event)
              entry = evolveEntry(entry, event)
            }
          }
          expect(foldEntry(events)).toEqual(entry)
          if (entry !== undefined) expect(entry.acts.length).toBeLessThanOrEqual(mostActs)
        },
      ),
    )
  })

  it.each(kinds)('%s has plain words in both languages, a clause, and an annulment with its reason', (kind) => {
    const { label, hint, clause } = entryKinds[kind]
    expect([label.zh, label.en, hint.zh, hint.en].every((words) => words.length > 1)).toBe(true)
    expect(clause).toMatch(/^[FG]\d+$/)
  })
})
