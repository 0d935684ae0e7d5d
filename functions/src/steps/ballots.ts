import type { CountyStore } from '@xieshang/store'
import type { Step } from './step.ts'

/** P6a: makes the ballots of a page of an online round. Those that are there stay as they are, those of a closed round shut. */
export async function makeBallots({ consultations, ballots }: CountyStore, step: Step): Promise<void> {
  const [state, event] = await Promise.all([
    consultations.load(step.consultation),
    consultations.event(step.consultation, step.event),
  ])
  if (state === undefined || event?.type !== 'RoundOpened') throw new Error('No round was opened by this event')
  const round = state.rounds.find((one) => one.round === event.data.round)
  if (round?.status === 'open') await ballots.openPage(state, round, step.page)
}
