import { type Implementation, implement, Problem, Under } from '@xieshang/http'
import * as residentApi from '@xieshang/http/operations/resident'
import { type Consultation, choicesProblem, inSet, noBallotProblem } from '@xieshang/rules'
import type { CountyStore, Opinion, Seat } from '@xieshang/store'
import { besideOf } from './beside.ts'
import { openRoundFor, publicView, roundView, votesOnPaper } from './views.ts'

type Holder = { readonly token: string; readonly state: Consultation; readonly seat: Seat }

/** What is known of a view before it is made. */
type Known = { readonly reply?: Seat['reply']; readonly left?: readonly Opinion[] }

/** What a resident reads when a ballot was not taken. */
const notCast = {
  voted: 'alreadyVoted',
  keyReused: 'keyReused',
  closed: 'roundClosed',
  changed: 'ballotChanged',
  expired: 'linkInvalid',
} as const

/** What the holder of a personal link can do: read, reply, leave an opinion, vote. */
export function linkOperations(
  store: Pick<CountyStore, 'consultations' | 'seats' | 'opinions' | 'ballots' | 'places'>,
): Implementation[] {
  const { consultations, seats, opinions, ballots, places } = store
  const now = () => new Date().toISOString()

  async function linkOf(token: string) {
    // The names of places are needed in the end, and read meanwhile.
    const [link] = await Promise.all([seats.byLink(token, now()), places.known()])
    if (link === undefined) throw Problem.of('linkInvalid')
    return link
  }

  async function holderOf(token: string, linked?: Awaited<ReturnType<typeof linkOf>>): Promise<Holder> {
    const link = linked ?? (await linkOf(token))
    const [state, seat] = await Promise.all([
      consultations.load(link.consultation),
      seats.get(link.consultation, link.seat),
    ])
    if (state === undefined || seat === undefined || state.notices.length === 0) throw Problem.of('linkInvalid')
    return { token, state, seat }
  }

  const votes = ({ state, seat }: Holder) => state.list !== undefined && !inSet(state.list.nonVoting, seat.seat)

  async function viewOf(holder: Holder, { reply = holder.seat.reply, left }: Known = {}) {
    const { token, state, seat } = holder
    const round = votes(holder) ? openRoundFor(state, seat.seat, now()) : undefined
    const [beside, written, ballot] = await Promise.all([
      besideOf(store, state),
      left ?? opinions.ofSeat(state.id, seat.seat),
      round === undefined ? undefined : ballots.standing(token, round.round),
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
      ...(round !== undefined && ballot !== undefined && { round: roundView(state, round, ballot) }),
    }
  }

  const opinionsOpen = (state: Consultation) => {
    if (state.closed !== undefined) return false
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

  /** Casting reads nothing; only where there was no ballot to cast it is looked up why. */
  async function noBallot(token: string, round: number): Promise<Problem> {
    const { state, seat } = await holderOf(token)
    const problem = noBallotProblem(state, seat.seat, { round }, now())
    return problem === undefined ? Problem.of('ballotNotReady', { clause: 'P6a' }) : Problem.refused(problem)
  }

  return [
    implement(residentApi.openLink, async ({ params }) => {
      const link = await linkOf(params.token)
      const [holder, left] = await Promise.all([
        holderOf(params.token, link),
        opinions.ofSeat(link.consultation, link.seat),
      ])
      const { state, seat } = holder
      const [view] = await Promise.all([
        viewOf(holder, { left }),
        // Who reads the notice has been told: the strongest confirmation there is (S2).
        seat.told === undefined && seats.opened(state.id, seat.seat, now()),
      ])
      return view
    }),

    implement(residentApi.reply, async ({ params, body }) => {
      const holder = await holderOf(params.token)
      const reply = body().coming ? 'coming' : 'notComing'
      await seats.reply(holder.state.id, holder.seat.seat, reply, now())
      return viewOf(holder, { reply })
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
      const ballot = body()
      const problem = choicesProblem(ballot)
      if (problem !== undefined) throw Problem.refused(problem)
      const outcome = await ballots.cast(params.token, ballot, idempotencyKey, now())
      switch (outcome.kind) {
        case 'cast':
          return outcome.receipt
        case 'before':
          return new Under(200, { ...outcome.receipt, before: true as const })
        case 'missing':
          throw await noBallot(params.token, ballot.round)
        default:
          throw Problem.of(notCast[outcome.kind], { clause: 'P6a' })
      }
    }),
  ]
}
