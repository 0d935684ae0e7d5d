import { makePage } from '@xieshang/acts/pages'
import { seatChannels, stepsAfter, toldBy } from '@xieshang/channels'
import { pagedAfter, seatsOnPage } from '@xieshang/rules'
import type { CountyStore, Secrets } from '@xieshang/store'
import { Later } from '../wiring/queue.ts'
import type { StepMessage } from './step.ts'

type Rooms = Pick<CountyStore, 'consultations' | 'participants' | 'ballots' | 'deliveries'>

/**
 * Does for one page of seats what an event leads to: what is made first, then who is told of it. A step may come twice,
 * late and out of order.
 * @throws Later while a seat that is to be told is still to be made
 */
export async function takeStep(
  { store, secrets }: { readonly store: Rooms; readonly secrets: Secrets },
  { act, consultation, event: number, page }: StepMessage,
): Promise<void> {
  const [state, event] = await Promise.all([
    store.consultations.load(consultation),
    store.consultations.event(consultation, number),
  ])
  if (state?.list === undefined || event === undefined) throw new Error('No such event on a fixed list')
  if (!stepsAfter(event).includes(act)) throw new Error(`No such step follows from ${event.type}`)
  const { list } = state
  for (const paged of pagedAfter(event)) if (paged.act === act) await makePage({ store, secrets }, state, paged, page)
  const seats = seatsOnPage(page, list.listed)
  for (const channel of seatChannels) {
    const told = toldBy(channel, event, { step: act, list, seats })
    const missing = await store.deliveries.prepare(consultation, number, told)
    if (missing.length > 0) throw new Later(`${missing.length} seats are not made yet`)
  }
}
