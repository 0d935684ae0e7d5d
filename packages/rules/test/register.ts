import { type PlaceCode, placeCodeOf } from '@xieshang/kernel'
import { decideEntry, evolveEntry } from '../src/affairs/index.ts'
import {
  type Entry,
  type EntryActor,
  type EntryContext,
  type EntryKind,
  type HeldCouncils,
  type Quarter,
  quarterOf,
  type Role,
} from '../src/index.ts'
import { checkRefusal } from './shapes.ts'

export const village = placeCodeOf('331102001001')
export const at = (role: Role, division: PlaceCode, name = '经办人'): EntryActor => ({
  sub: `${role}-${division}`,
  name,
  role,
  division,
})
export const inVillage = at('village', village)
export const inTownship = at('township', placeCodeOf('331102001'))
export const inCounty = at('county', placeCodeOf('331102'))
/** How often councils that were held at these instants were held in each quarter. */
export const heldIn = (instants: readonly string[]): HeldCouncils => {
  const counts = new Map<Quarter, number>()
  for (const at of instants) counts.set(quarterOf(at), (counts.get(quarterOf(at)) ?? 0) + 1)
  return counts
}

export const now = '2026-05-20T04:00:00.000Z'

/** One entry as officers see it grow, with what the rules said last. */
export class Register {
  entry: Entry | undefined
  readonly kind: EntryKind
  context: EntryContext = { now, actor: inVillage }

  constructor(kind: EntryKind) {
    this.kind = kind
  }

  /** @returns the clause and code of a refusal; undefined when it was accepted */
  #run(act: string, body: unknown, context: Partial<EntryContext>, division?: PlaceCode): string | undefined {
    const given = { ...this.context, ...context }
    const command = { act, kind: this.kind, body, ...(division !== undefined && { division }) }
    const decision = decideEntry(this.entry, command, given)
    if (decision.kind === 'refused') {
      checkRefusal(decision.refusal)
      return `${decision.refusal.clause} ${decision.refusal.code}`
    }
    this.entry = evolveEntry(this.entry, {
      entry: 'entry0001',
      kind: this.kind,
      tenant: placeCodeOf('331102'),
      division: this.entry?.division ?? division ?? village,
      number: (this.entry?.version ?? 0) + 1,
      v: 1,
      at: given.now,
      by: given.actor,
      act: decision.act,
      body: decision.body,
    })
    return undefined
  }

  create(body: unknown, context: Partial<EntryContext> = {}, division = village): string | undefined {
    return this.#run('create', body, context, division)
  }

  act(name: string, body: unknown, context: Partial<EntryContext> = {}): string | undefined {
    return this.#run(name, body, context)
  }

  get head(): Entry {
    if (this.entry === undefined) throw new Error('The entry was not created')
    return this.entry
  }
}
