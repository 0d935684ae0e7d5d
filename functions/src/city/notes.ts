import { type Implementation, implement, Problem } from '@xieshang/http'
import * as notesApi from '@xieshang/http/operations/notes'
import { type PlaceCode, tenantOf } from '@xieshang/kernel'
import { type Actor, type CityAct, consultationsIn, type EntryContext, type SharedEntry } from '@xieshang/rules'
import { cityActsOn, decideEntry, entryKinds } from '@xieshang/rules/registers'
import type { CityStore } from '@xieshang/store'
import { ulid } from 'ulid'
import type { TellCounty } from '../wiring/cityTopic.ts'
import { requestOf } from '../wiring/request.ts'

const kind = 'supervisionNote'

type Where = {
  readonly store: CityStore
  readonly tell: TellCounty
  /** Codes of the counties that do. */
  readonly counties: readonly PlaceCode[]
}

/** G3: the supervision notes of the city. A county is told over the topic and writes them into its own register. */
export function noteOperations({ store, tell, counties }: Where): Implementation[] {
  /** What the city itself knows of the consultation that a note is about. */
  async function factsFor(body: Readonly<Record<string, unknown>>, county: PlaceCode) {
    const ids = [...consultationsIn(entryKinds[kind].fields, body).keys()]
    const found = await Promise.all(ids.map((id) => store.summary(county, id)))
    return new Map(
      found.flatMap((one) => (one === undefined ? [] : [[one.consultation, { division: one.division, sessions: [] }]])),
    ) satisfies EntryContext['consultations']
  }

  async function take(
    act: Omit<CityAct, 'v' | 'note' | 'by' | 'at' | 'key' | 'fingerprint'> & { readonly note?: string },
    actor: Actor,
    idempotencyKey: string,
  ): Promise<{ note: string }> {
    const at = new Date().toISOString()
    const request = requestOf(actor.sub, idempotencyKey, act)
    const note = await store.rememberSent(request, act.note ?? ulid(), at)
    if (note === undefined) throw Problem.of('keyReused')
    const { sub, name, division } = actor
    const said: CityAct = {
      ...act,
      v: 1,
      note,
      by: { sub, name, division },
      at,
      key: request.key,
      fingerprint: request.fingerprint,
    }
    await tell(tenantOf(act.division), said)
    return { note }
  }

  return [
    implement(notesApi.sendNote, async ({ actor, body, idempotencyKey, prove }) => {
      const division = prove(body.division)
      const fields = body.fields as Readonly<Record<string, unknown>>
      const places = await store.places.known()
      if (places.find(division) === undefined) throw Problem.of('divisionUnknown', { field: 'division' })
      if (!counties.includes(tenantOf(division))) throw Problem.of('countyNotThere', { field: 'division' })
      const context = {
        now: new Date().toISOString(),
        actor,
        consultations: await factsFor(fields, tenantOf(division)),
      }
      const decision = decideEntry(undefined, { act: 'create', kind, division, body: fields }, context)
      if (decision.kind === 'refused') throw Problem.refused(decision.refusal)
      return take({ act: 'create', division, body: decision.body }, actor, idempotencyKey)
    }),

    ...notesApi.noteActOperations.map(({ act, operation }) =>
      implement(operation, async ({ actor, params, body, idempotencyKey, prove }) => {
        const entry: SharedEntry | undefined = await store.sharedOne(kind, params.id)
        if (entry?.tenant !== params.county) throw Problem.of('notFound')
        prove(entry.division)
        if (!cityActsOn(entry).includes(act))
          throw Problem.refused({ kind: 'state', clause: 'G3', code: 'entryStatus' })
        const fields = body as Readonly<Record<string, unknown>>
        return take({ note: entry.entry, act, division: entry.division, body: fields }, actor, idempotencyKey)
      }),
    ),
  ]
}
