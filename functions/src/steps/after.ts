import { type Consultation, type ConsultationEvent, pagesOf } from '@xieshang/rules'
import type { Step, StepAct } from './step.ts'

/** The acts that an event leads to for its seats. */
function actsAfter(event: ConsultationEvent): StepAct[] {
  switch (event.type) {
    case 'ParticipantsFixed':
      return ['seats']
    case 'NoticeIssued':
    case 'OutcomePublished':
      return event.data.channels.includes('sms') ? ['deliveries'] : []
    case 'RoundOpened':
      return event.data.method === 'online' ? ['ballots'] : []
    default:
      return []
  }
}

/** Every step that an event leads to: one for each act and page of its consultation's list. */
export async function stepsAfter(
  event: ConsultationEvent,
  load: (consultation: string) => Promise<Consultation | undefined>,
): Promise<Step[]> {
  const acts = actsAfter(event)
  if (acts.length === 0) return []
  const { consultation, number } = event
  const pages = pagesOf((await load(consultation))?.list?.listed ?? 0)
  return acts.flatMap((act) =>
    Array.from({ length: pages }, (_, index): Step => ({ act, consultation, event: number, page: index + 1 })),
  )
}
