import { type Implementation, implement, Problem, residentApi } from '@xieshang/http'
import { ballotProblem, type Consultation, inSet } from '@xieshang/rules'
import type { CountyStore, Opinion, Seat } from '@xieshang/store'
import { besideOf } from './beside.ts'
import { openRoundFor, publicView, roundView, votesOnPaper } from './views.ts'

type Holder = { readonly state: Consultation; readonly seat: Seat }

/** What the holder of a personal link can do: read, reply, leave an opinion, vote. */
export function linkOperations(store: CountyStore): Implementation[] {
  const { consultations, seats, opinions, ballots } = store
  const now = () => new Date().toISOString()

  async function holderOf(token: string): Promise<Holder> {
    const link = await seats.byLink(token, now())
    if (link === undefined) throw Problem.of('linkInvalid')
    const [state, seat] = await Promise.all([
      consultations.load(link.consultation),
      seats.get(link.consultation, link.seat),
    ])
    if (state === undefined || seat === undefined || state.notices.length === 0) throw Problem.of('linkInvalid')
    return { state, seat }
  }

  const votes = ({ state, seat }: Holder) => state.list !== undefined && !inSet(state.list.nonVoting, seat.seat)

  async function viewOf(holder: Holder, reply = holder.seat.reply) {
    const { state, seat } = holder
    const round = votes(holder) ? openRoundFor(state, seat.seat, now()) : undefined
    const [beside, written, voted] = await Promise.all([
      besideOf(store, state),
      opinions.ofSeat(state.id, seat.seat),
      round === undefined ? false : ballots.hasVoted(state.id, seat.seat, round.round),
    ])
    const own = (kind: Opinion['kind']) =>
      written
        .filter((opinion) => opinion.kind === kind)
        .map(({ text, at, answer }) => ({ text, at, ...(answer !== undefined && { answer }) }))
    return {
      consultation: publicView(state, beside),
      seat: { seat: seat.seat, name: seat.name, votes: votes(holder), ...(reply !== undefined && { reply }) },
      opinions: own('opinion'),
      opinionsOpen: opinionsOpen(state),
      feedback: own('feedback'),
      feedbackOpen: feedbackOpen(state),
      onPaper: votesOnPaper(state, seat.seat, now()),
      ...(round !== undefined && { round: roundView(state, round, voted) }),
    }
  }

  const opinionsOpen = (state: Consultation) => {
    const until = state.notices.at(-1)?.opinionsUntil
    return until !== undefined && now() < until && state.filings.length === 0
  }

  /** P11a: how an outcome is carried out is known from its publication on. */
  const feedbackOpen = (state: Consultation) => state.publications.length > 0

  /** @param closed why nothing new is taken any more; what was taken before under the key is answered all the same */
  async function leave(holder: Holder, kind: Opinion['kind'], text: string, key: string, closed: Problem | undefined) {
    const { seat, name } = holder.seat
    const opinion = { kind, seat, name, text, at: now() }
    const left =
      closed === undefined
        ? await opinions.leave(holder.state.id, opinion, key)
        : await opinions.underKey(holder.state.id, opinion, key)
    if (left === 'keyReused') throw Problem.of('keyReused')
    if (left === 'tooMany') throw Problem.of('tooManyOpinions')
    if (left === undefined && closed !== undefined) throw closed
    return viewOf(holder)
  }

  return [
    implement(residentApi.openLink, async ({ params }) => {
      const holder = await holderOf(params.token)
      // Who reads the notice has been told: the strongest confirmation there is (S2).
      if (holder.seat.told === undefined) await seats.opened(holder.state.id, holder.seat.seat, now())
      return viewOf(holder)
    }),

    implement(residentApi.reply, async ({ params, body }) => {
      const holder = await holderOf(params.token)
      const reply = body().coming ? 'coming' : 'notComing'
      await seats.reply(holder.state.id, holder.seat.seat, reply, now())
      return viewOf(holder, reply)
    }),

    implement(residentApi.leaveOpinion, async ({ params, body, idempotencyKey }) => {
      const holder = await holderOf(params.token)
      const closed = opinionsOpen(holder.state) ? undefined : Problem.of('opinionsClosed')
      return leave(holder, 'opinion', body().text, idempotencyKey, closed)
    }),

    implement(residentApi.leaveFeedback, async ({ params, body, idempotencyKey }) => {
      const holder = await holderOf(params.token)
      const closed = feedbackOpen(holder.state) ? undefined : Problem.of('feedbackNotOpen', { clause: 'P11a' })
      return leave(holder, 'feedback', body().text, idempotencyKey, closed)
    }),

    implement(residentApi.castBallot, async ({ params, body, idempotencyKey }) => {
      const { state, seat } = await holderOf(params.token)
      const ballot = body()
      const at = now()
      const round = state.rounds.find((r) => r.round === ballot.round)
      const problem = ballotProblem(state, seat.seat, ballot, at)
      // A ballot sent again after the close still gets the receipt it had: the seat knows.
      if (round === undefined || (problem !== undefined && problem.code !== 'roundClosed')) {
        if (problem === undefined) throw Problem.of('notFound')
        throw Problem.refused(problem)
      }
      const outcome =
        problem === undefined
          ? await ballots.cast(state.id, seat.seat, round, ballot.choices, idempotencyKey, at)
          : await ballots.castBefore(state.id, seat.seat, round, idempotencyKey)
      if (outcome.kind === 'closed') throw Problem.of('roundClosed', { clause: 'P6a' })
      if (outcome.kind === 'voted') throw Problem.of('alreadyVoted', { clause: 'P6a' })
      return outcome.receipt
    }),
  ]
}
