import { postedOn, type Step, shownAfter, stepsAfter } from '@xieshang/channels'
import { type Consequence, type Consultation, type ConsultationEvent, consequencesOf, pagesOf } from '@xieshang/rules'
import type { CountyStore } from '@xieshang/store'
import type { StepMessage } from '../steps/step.ts'
import type { Message } from './publish.ts'

type Store = Pick<CountyStore, 'consultations' | 'screens' | 'duties'>

/** A step for each page of the list. */
const stepMessages = ({ consultation, number }: ConsultationEvent, { list }: Consultation, act: Step): Message[] =>
  Array.from({ length: pagesOf(list?.listed ?? 0) }, (_, index) => {
    const body: StepMessage = { act, consultation, event: number, page: index + 1 }
    return { attributes: { kind: 'step' }, body }
  })

/** Brings about one consequence, or says it to who does. */
async function bringAbout(
  { duties }: Store,
  { at, consultation }: ConsultationEvent,
  { villages, division }: Consultation,
  consequence: Consequence,
): Promise<Message[]> {
  switch (consequence.kind) {
    case 'pages':
      // By a step, with who is told.
      return []
    case 'count':
      return [{ attributes: { kind: 'count' }, body: { consultation, round: consequence.round } }]
    case 'placeDuties':
      for (const village of villages ?? [division]) await duties.refreshPlace(village, at)
      return []
  }
}

/**
 * Follows an event that was committed: brings up to date what the table keeps of it. Each time does the same.
 * @returns what is said to those who do the rest
 */
export async function follow(store: Store, event: ConsultationEvent): Promise<Message[]> {
  const { consultation, number } = event
  const [shown, steps, consequences] = [shownAfter(event), stepsAfter(event), consequencesOf(event)]
  const messages: Message[] = []
  const state =
    shown.length + steps.length + consequences.length === 0 ? undefined : await store.consultations.load(consultation)
  if (state !== undefined) {
    for (const line of shown) await store.screens.show({ consultation, event: number, ...line }, state)
    messages.push(...steps.flatMap((act) => stepMessages(event, state, act)))
    for (const one of consequences) messages.push(...(await bringAbout(store, event, state, one)))
  }
  const posted = postedOn(event).map(({ attributes }) => ({ attributes, body: { consultation, event: number } }))
  return [...messages, ...posted]
}
