import type { CountyStore, Secrets } from '@xieshang/store'
import type { Step } from './step.ts'

/** Makes the seats of a page of a fixed list, as far as the command itself did not get to it. */
export async function makeSeats(store: CountyStore, secrets: Secrets, { consultation, page }: Step): Promise<void> {
  const state = await store.consultations.load(consultation)
  if (state?.list === undefined) throw new Error('No list was fixed')
  await store.participants.makePage(secrets, state, page)
}
