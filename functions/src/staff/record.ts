import { pathOf } from '@xieshang/divisions'
import { type Implementation, implement, Problem, requireReach, staffApi } from '@xieshang/http'
import type { CountyStore } from '@xieshang/store'

/** P7: the record as a Word document. Its builder is loaded only when somebody asks for it. */
export function recordOperations(store: CountyStore): Implementation[] {
  return [
    implement(staffApi.getRecord, async ({ actor, params }) => {
      const [consultation, seats, events, opinions] = await Promise.all([
        store.consultations.load(params.id),
        store.seats.list(params.id),
        store.consultations.events(params.id),
        store.opinions.list(params.id),
      ])
      if (consultation === undefined) throw Problem.of('notFound')
      requireReach(actor, consultation.division)
      const { buildRecord } = await import('@xieshang/record')
      const place = pathOf(consultation.division).map(({ name }) => name)
      const bytes = await buildRecord({ consultation, seats, events, opinions, place, at: new Date().toISOString() })
      const name = `${place.at(-1) ?? ''}关于${consultation.topic.title}的协商记录.docx`
      return { bytes, type: staffApi.getRecord.answer.file, name }
    }),
  ]
}
