import type { Consultation, Paged } from '@xieshang/rules'
import type { CountyStore, Secrets } from '@xieshang/store'

type Dependencies = { readonly store: Pick<CountyStore, 'participants' | 'ballots'>; readonly secrets: Secrets }

/**
 * Makes one page of what follows from an event for the seats of a list. It may come twice, late and out of order: what is
 * there stays as it is, and the ballots of a closed round stay shut (P6a).
 */
export async function makePage(
  { store: { participants, ballots }, secrets }: Dependencies,
  state: Consultation,
  paged: Paged,
  page: number,
): Promise<void> {
  if (paged.act === 'seats') return participants.makePage(secrets, state, page)
  const round = state.rounds.find((one) => one.round === paged.round)
  if (round?.status === 'open') await ballots.openPage(state, round, page)
}
