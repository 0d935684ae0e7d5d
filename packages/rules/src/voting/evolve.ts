import type { Evolvers } from '../consultation/evolver.ts'
import { type ItemStatus, stepOf } from '../deliberation/state.ts'
import { nextDissents, withDissents } from '../dissents/days.ts'
import type { VotingEvents } from './events.ts'
import type { ItemResult, Round, VotingState } from './state.ts'

const changeRound = ({ rounds }: VotingState, number: number, change: Partial<Round>): Round[] =>
  rounds.map((round) => (round.round === number ? { ...round, ...change } : round))

const statusAfter: { readonly [result in ItemResult]: ItemStatus } = {
  passed: 'passed',
  failed: 'failed',
  noQuorum: 'open',
  tooFew: 'open',
}

export const votingEvolvers: Evolvers<VotingEvents> = {
  RoundOpened: (state, { untold: _untold, ...data }, stamp) => ({
    step: 'voting',
    rounds: [...state.rounds, { ...stamp, ...data, status: 'open' }],
  }),
  HandsEntered: (state, data, stamp) => ({
    rounds: changeRound(state, data.round, { entry: { ...stamp, counts: data.counts } }),
  }),
  HandsConfirmed: (state, data, stamp) => ({ rounds: changeRound(state, data.round, { confirmedBy: stamp.by }) }),
  PapersEntered: (state, { round, ...papers }, stamp) => ({
    rounds: state.rounds.map((one) => {
      if (one.round !== round) return one
      const { confirmedBy: _confirmed, ...rest } = one
      return { ...rest, papers: { ...stamp, ...papers } }
    }),
  }),
  PapersConfirmed: (state, data, stamp) => ({ rounds: changeRound(state, data.round, { confirmedBy: stamp.by }) }),
  RoundClosing: (state, data) => ({ rounds: changeRound(state, data.round, { status: 'closing' }) }),
  RoundClosed: (state, data, stamp) => {
    const items = data.tally.items.reduce(
      (all, counted) => all.map((i) => (i.item === counted.item ? { ...i, status: statusAfter[counted.result] } : i)),
      state.items,
    )
    return {
      step: stepOf(items),
      items,
      dissents: withDissents(state.dissents, data.dissents, stamp.at),
      rounds: changeRound(state, data.round, {
        ...{ status: 'closed', tally: data.tally, closedAt: stamp.at },
        ...(data.dissents > 0 && { words: nextDissents(state.dissents, data.dissents) }),
      }),
    }
  },
}
