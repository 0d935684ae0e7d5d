import type { Consultation, Context } from '@xieshang/rules'
import { type PreparedList, toldSeats, unansweredOf } from '@xieshang/store'
import type { Act, ActDependencies } from './act.ts'

/** What a command is decided on beside the state: the time, who acts, and what it names of what is kept elsewhere. */
export function openContext({ store, seals }: Pick<ActDependencies, 'store' | 'seals'>) {
  const { seats, seatCounts, closings, opinions, photos, settings } = store

  /** What an answer is to: an opinion, feedback, or nothing that is there. */
  async function answeredKind({ id }: Consultation, opinion: string) {
    const found = await opinions.get(id, opinion)
    return {
      opinionExists: found !== undefined,
      opinionAnswered: found?.answer !== undefined,
      opinionIsFeedback: found?.kind === 'feedback',
    }
  }

  /** What the command names is kept, even if the command itself is refused then: it names it again when it is mended. */
  async function photoNamed({ command }: Act, { id }: Consultation) {
    const photo = 'photo' in command.body ? command.body.photo : undefined
    return photo === undefined ? {} : { photoExists: await photos.keep(id, photo) }
  }

  /** P6a: the key of a secret round is made before it is known whether it opens; one that is never used opens nothing. */
  async function sealNamed({ command }: Act, { id }: Consultation) {
    const secret = command.type === 'openRound' && command.body.method === 'online' && command.body.secrecy === 'secret'
    if (!secret) return {}
    if (seals === undefined) throw new Error('A secret round is opened where keys can be made')
    return { seal: await seals.make(id) }
  }

  /** P3b, P11a: what residents wrote that nobody has answered. */
  async function unansweredIn(state: Consultation) {
    if (seatCounts === undefined) throw new Error('A consultation is ended where it is known who was not answered')
    return { unanswered: unansweredOf(state, await seatCounts.of(state)) }
  }

  /** P6a: what the first officer entered, for the second. */
  async function papersNamed({ command }: Act, { id, rounds }: Consultation) {
    const number = 'round' in command.body ? command.body.round : undefined
    const round = rounds.find((one) => one.round === number)
    return round === undefined ? [] : closings.papersIn(id, round)
  }

  /** @param needs what the command is declared to need */
  return async function contextOf(
    act: Act,
    needs: readonly string[],
    state: Consultation,
    list: PreparedList | undefined,
  ): Promise<Context> {
    return {
      now: act.now,
      actor: act.actor,
      parameters: state.parameters,
      ...(needs.includes('catalogue') && { catalogue: await settings.catalogueAt(act.now) }),
      ...(list !== undefined && { people: list.people, pages: list.pages }),
      ...(needs.includes('seats') && { seats: toldSeats(state, await seats.list(state.id)) }),
      ...(needs.includes('photo') && (await photoNamed(act, state))),
      ...(needs.includes('papers') && { papers: await papersNamed(act, state) }),
      ...(needs.includes('unanswered') && (await unansweredIn(state))),
      ...(needs.includes('seal') && (await sealNamed(act, state))),
      ...(act.command.type === 'answerOpinion' && (await answeredKind(state, act.command.body.opinion))),
    }
  }
}
