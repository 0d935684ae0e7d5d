import { type Implementation, implement, Problem } from '@xieshang/http'
import * as partsApi from '@xieshang/http/operations/consultationParts'
import type { Prove } from '@xieshang/kernel'
import type { RecordInput } from '@xieshang/record'
import type { CountyStore } from '@xieshang/store'
import { chainFile } from '../wiring/chain.ts'

type Rooms = Pick<
  CountyStore,
  'consultations' | 'seats' | 'opinions' | 'applications' | 'places' | 'closings' | 'dissents'
>

/** P7: the record, as a Word document and as a page. Its builder is loaded only when somebody asks for it. */
export function recordOperations(store: Rooms): Implementation[] {
  async function inputFor(prove: Prove, id: string): Promise<RecordInput> {
    const [consultation, seats, events, opinions, applications, places] = await Promise.all([
      store.consultations.load(id),
      store.seats.list(id),
      store.consultations.events(id),
      store.opinions.all(id, 'opinion'),
      store.applications.all(id),
      store.places.known(),
    ])
    if (consultation === undefined) throw Problem.of('notFound')
    prove(consultation.division)
    const closed = events.flatMap((event) => (event.type === 'RoundClosed' ? [event.data] : []))
    const [rounds, dissents] = await Promise.all([
      Promise.all(closed.map(async (one) => [one.round, await store.closings.seatsAt(id, one)] as const)),
      store.dissents.all(consultation),
    ])
    return {
      consultation,
      rounds: new Map(rounds),
      dissents,
      seats,
      events,
      opinions,
      place: places.pathOf(consultation.division).map(({ name }) => name),
      applications: applications.map(({ name, state, decision }) => ({ name, state, reason: decision?.reason ?? '' })),
      villages: (consultation.villages ?? []).map(places.nameOf),
      at: new Date().toISOString(),
    }
  }

  return [
    implement(partsApi.getRecord, async ({ params, prove }) => {
      const input = await inputFor(prove, params.id)
      const { buildRecord } = await import('@xieshang/record')
      const name = `${input.place.at(-1) ?? ''}关于${input.consultation.topic.title}的协商记录.docx`
      return { bytes: await buildRecord(input), type: partsApi.getRecord.answer.file, name }
    }),

    implement(partsApi.getChain, async ({ params, query, prove }) => {
      const consultation = await store.consultations.load(params.id)
      if (consultation === undefined) throw Problem.of('notFound')
      prove(consultation.division)
      const { id, topic, version } = consultation
      return chainFile(store.consultations, {
        id,
        title: topic.title,
        part: query.part,
        last: version,
        withValues: true,
      })
    }),

    implement(partsApi.getRecordPage, async ({ params, prove }) => {
      const input = await inputFor(prove, params.id)
      const { recordContent } = await import('@xieshang/record')
      return recordContent(input)
    }),
  ]
}
