import {
  type Actor,
  type ConsultationFact,
  consultationsIn,
  type Entry,
  type EntryCommand,
  type Refusal,
} from '@xieshang/rules'
import { decideEntry, declaredOf, entryKinds } from '@xieshang/rules/registers'
import type { CountyStore, Request } from '@xieshang/store'
import { advanceEntry } from '@xieshang/store/registers'

/** What came of an act. Only `done` has written anything. */
export type EntryOutcome =
  | { readonly kind: 'done'; readonly entry: Entry }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'keyReused' }
  /** Many officers acted on the same entry at once; nothing was written. */
  | { readonly kind: 'busy' }

type EntryAct = {
  /** The entry's id; of a new entry, made by the caller. */
  readonly id: string
  readonly command: EntryCommand
  readonly tenant: Entry['tenant']
  readonly actor: Actor
  /** Instant in UTC. */
  readonly now: string
  readonly request: Request
}

const mostTries = 8

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/**
 * Acts on entries end here: load, decide on what stands now, commit on its version. Whoever comes second is decided
 * anew on what the first left, so that a venue is booked once and a decision never overspent.
 */
export function openEntryActs({ entries, consultations }: Pick<CountyStore, 'entries' | 'consultations'>) {
  async function factsFor(command: EntryCommand): Promise<ReadonlyMap<string, ConsultationFact>> {
    const ids = consultationsIn(declaredOf(command), command.body as Record<string, unknown>).keys()
    const loaded = await Promise.all([...ids].map((id) => consultations.load(id)))
    return new Map(
      loaded.flatMap((state) =>
        state === undefined
          ? []
          : [[state.id, { division: state.division, sessions: state.sessions.map(({ kind }) => kind) }]],
      ),
    )
  }

  async function replay(request: Request): Promise<EntryOutcome | undefined> {
    const entry = await entries.answered(request)
    if (entry === undefined) return undefined
    return entry === 'keyReused' ? { kind: 'keyReused' } : { kind: 'done', entry }
  }

  /** One attempt on the entry as it is now; undefined when somebody else was faster. */
  async function attempt(act: EntryAct): Promise<EntryOutcome | undefined> {
    const { id, command, tenant, actor, now, request } = act
    const creates = 'division' in command
    const [replayed, before, facts] = await Promise.all([
      replay(request),
      creates ? undefined : entries.load(id),
      factsFor(command),
    ])
    if (replayed !== undefined) return replayed
    if (!creates && before?.kind !== command.kind) return { kind: 'missing' }
    const decision = decideEntry(before, command, { now, actor, consultations: facts })
    if (decision.kind === 'refused') return decision
    const next = advanceEntry(before, {
      entry: id,
      kind: command.kind,
      tenant,
      division: creates ? command.division : (before?.division ?? tenant),
      at: now,
      by: actor,
      act: decision.act,
      body: decision.body,
    })
    if (!entries.fits(next.entry)) return { kind: 'refused', refusal: entryFull(entryKinds[command.kind].clause) }
    const outcome = await entries.commit({ before, next, request })
    if (outcome === 'committed') return { kind: 'done', entry: next.entry }
    return outcome === 'answered' ? replay(request) : undefined
  }

  return {
    /** A new entry, or an act on one that exists. The same request again gives the first answer. */
    async run(act: EntryAct): Promise<EntryOutcome> {
      for (let tries = 1; tries <= mostTries; tries++) {
        const outcome = await attempt(act)
        if (outcome !== undefined) return outcome
        await pause(2 ** tries * 5 * Math.random())
      }
      return { kind: 'busy' }
    },
  }
}

const entryFull = (clause: string): Refusal => ({ clause, code: 'entryFull', kind: 'state' })
