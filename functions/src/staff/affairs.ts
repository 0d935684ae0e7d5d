import type { EntryOutcome } from '@xieshang/acts'
import { openEntryActs } from '@xieshang/acts/registers'
import { type Implementation, implement, Problem } from '@xieshang/http'
import * as affairsApi from '@xieshang/http/operations/affairs'
import { type PlaceCode, type Places, type Prove, pathOf } from '@xieshang/kernel'
import type { Actor, Entry, EntryActor, EntryCard, EntryKind } from '@xieshang/rules'
import { actsOpenTo, entryCardOf, entryKinds, readersOf, timingOf } from '@xieshang/rules/registers'
import type { CountyStore } from '@xieshang/store'
import { ulid } from 'ulid'
import { chainFile } from '../wiring/chain.ts'
import { withNames } from '../wiring/names.ts'
import { page } from '../wiring/page.ts'
import { requestOf } from '../wiring/request.ts'

const nowInstant = () => new Date().toISOString()

const cardView = ({ shown, ...card }: EntryCard, now: string, places: Places) => ({
  ...card,
  ...(shown !== undefined && { shown: withNames(shown, places) }),
  divisionName: places.nameOf(card.division),
  timing: timingOf(card, now),
})

/** Who did something, without the number they sign in by. */
const byView = ({ name, role, division }: EntryActor) => ({ name, role, division })

function entryView(entry: Entry, actor: Actor, places: Places) {
  const card = entryCardOf(entry)
  return {
    id: entry.id,
    kind: card.kind,
    division: entry.division,
    place: places
      .pathOf(entry.division)
      .filter(({ kind }) => kind !== 'city')
      .map(({ code, name }) => ({ code, name })),
    version: entry.version,
    status: card.status,
    timing: timingOf(card, nowInstant()),
    title: card.title,
    fields: entry.fields,
    created: { at: entry.created.at, by: byView(entry.created.by) },
    acts: entry.acts.map(({ number, act, at, by, body }) => ({ number, act, at, by: byView(by), body })),
    open: actsOpenTo(entry, actor),
    ...(entry.chainHead !== undefined && { chainHead: entry.chainHead }),
  }
}

function doneOrProblem(outcome: EntryOutcome): Entry {
  switch (outcome.kind) {
    case 'done':
      return outcome.entry
    case 'missing':
      throw Problem.of('notFound')
    case 'keyReused':
      throw Problem.of('keyReused')
    case 'busy':
      throw Problem.of('busy')
    case 'refused':
      throw Problem.refused(outcome.refusal)
  }
}

/** The places above one, the nearest first, up to the county. */
const above = (division: PlaceCode): PlaceCode[] => pathOf(division, 'county').slice(0, -1).reverse()

/** The registers beside the consultation: F1–F4 and G1–G9. */
export function affairsOperations(
  store: Pick<CountyStore, 'entries' | 'consultations' | 'places'>,
  tenant: PlaceCode,
): Implementation[] {
  const { entries, places } = store
  const acts = openEntryActs(store)

  /** An entry of the reader's place or below, or open to places below its own. */
  const load = async (prove: Prove, kind: EntryKind, id: string): Promise<Entry> => {
    const entry = await entries.load(id)
    if (entry?.kind !== kind) throw Problem.of('notFound')
    prove(entry.division, readersOf(entryKinds[kind]))
    return entry
  }

  return [
    implement(affairsApi.listEntries, async ({ actor, params, query, prove }) => {
      const { kind } = params
      const { division = actor.division, cursor, limit } = query
      const openBelow = 'openBelow' in entryKinds[kind]
      const own = query.own === 'true'
      prove(division, own ? readersOf(entryKinds[kind]) : 'within')
      const list = own ? entries.own : query.open === 'true' ? entries.listOpen : entries.list
      const higher = openBelow && !own && cursor === undefined ? above(division) : []
      const [known, found, ...ofAbove] = await Promise.all([
        places.known(),
        page(list(kind, division, { limit, cursor })),
        ...higher.map((place) => entries.own(kind, place, { limit })),
      ])
      const now = nowInstant()
      const goesOn = ofAbove.flatMap(({ cursor: next }, index) => {
        const place = higher[index]
        return next === undefined || place === undefined ? [] : [{ division: place, cursor: next }]
      })
      return {
        entries: found.entries.map((card) => cardView(card, now, known)),
        above: ofAbove.flatMap((one) => one.entries).map((card) => cardView(card, now, known)),
        ...(goesOn.length > 0 && { aboveGoesOn: goesOn }),
        ...(found.cursor !== undefined && { cursor: found.cursor }),
      }
    }),

    implement(affairsApi.getEntry, async ({ actor, params, prove }) =>
      entryView(await load(prove, params.kind, params.id), actor, await places.known()),
    ),

    implement(affairsApi.getEntryChain, async ({ params, query, prove }) => {
      const entry = await load(prove, params.kind, params.id)
      const { zh: title } = entryCardOf(entry).title
      const { part, values } = query
      return chainFile(entries, { id: entry.id, title, part, last: entry.version, withValues: values === 'true' })
    }),

    ...affairsApi.createOperations.map(({ kind, operation }) =>
      implement(operation, async ({ actor, body, idempotencyKey, prove }) => {
        const { division, fields } = body
        prove(division)
        const known = await places.known()
        if (known.find(division) === undefined) throw Problem.of('divisionUnknown', { field: 'division' })
        const outcome = await acts.run({
          id: ulid(),
          command: { act: 'create', kind, division, body: fields },
          tenant,
          actor,
          now: nowInstant(),
          request: requestOf(actor.sub, idempotencyKey, operation.id, body),
        })
        return entryView(doneOrProblem(outcome), actor, known)
      }),
    ),

    ...affairsApi.actOperations.map(({ kind, act, operation }) =>
      implement(operation, async ({ actor, params, body, idempotencyKey, prove }) => {
        await load(prove, kind, params.id)
        const outcome = await acts.run({
          id: params.id,
          command: { act, kind, body },
          tenant,
          actor,
          now: nowInstant(),
          request: requestOf(actor.sub, idempotencyKey, operation.id, params.id, body),
        })
        return entryView(doneOrProblem(outcome), actor, await places.known())
      }),
    ),
  ]
}
