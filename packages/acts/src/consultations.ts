import {
  type Actor,
  type Command,
  type CommandType,
  type Consultation,
  type ConsultationEvent,
  type Context,
  commands,
  decide,
  type ProposeTopic,
  pagedAfter,
  pagesOf,
  proposeTopic,
  type Refusal,
  recordFull,
  touching,
} from '@xieshang/rules'
import {
  advance,
  type CountyStore,
  fits,
  type openPeople,
  type PreparedList,
  type Request,
  type Seals,
  type Secrets,
  toldSeats,
} from '@xieshang/store'
import { keepClosed } from './keepClosed.ts'
import { makePage } from './pages.ts'

/** What came of a command. Only `done` has written anything. */
export type ActOutcome =
  | { readonly kind: 'done'; readonly state: Consultation }
  | { readonly kind: 'missing' }
  /** `own`: what the same officer did since, on what the command rests on, which may be why. */
  | {
      readonly kind: 'refused'
      readonly refusal: Refusal
      readonly version: number
      readonly own?: readonly ConsultationEvent[]
    }
  /** Somebody else was first: the events since the version the command was thought for that touch what it rests on. */
  | { readonly kind: 'changed'; readonly version: number; readonly changes: readonly ConsultationEvent[] }
  | { readonly kind: 'keyReused' }

export type Act = {
  readonly consultation: string
  readonly command: Command
  readonly actor: Actor
  /** Instant in UTC. */
  readonly now: string
  readonly request?: Request
  /** The version the command was thought for. */
  readonly ifMatch?: number | undefined
  /** Throws when the actor may not act on this consultation. */
  readonly authorise: (state: Consultation) => void
}

export type ActDependencies = {
  readonly store: CountyStore
  readonly people: ReturnType<typeof openPeople>
  readonly secrets: Secrets
  /** Only who opens rounds needs it. */
  readonly seals?: Pick<Seals, 'make'>
}

const triesWhenOvertaken = 6

/** P5a, P6a: a session or a round that was opened can always be closed, whatever was written before: they write little. */
const alwaysFits: ReadonlySet<CommandType> = new Set<CommandType>([
  ...(['closeSession', 'closeRound', 'enterHands', 'confirmHands', 'enterPapers', 'confirmPapers'] as const),
])

/** Commands end here: load, authorise, decide, prepare, commit, and what follows from it. */
export function openActs({ store, people, secrets, seals }: ActDependencies) {
  const { consultations, seats, participants, closings, opinions, photos, settings } = store

  const listOf = async (state: Consultation, command: Command): Promise<PreparedList | undefined> =>
    command.type === 'fixParticipants' ? participants.prepare(people, state, command.body) : undefined

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

  /** P6a: what the first officer entered, for the second. */
  async function papersNamed({ command }: Act, { id, rounds }: Consultation) {
    const number = 'round' in command.body ? command.body.round : undefined
    const round = rounds.find((one) => one.round === number)
    return round === undefined ? [] : closings.papersIn(id, round)
  }

  async function contextOf(act: Act, state: Consultation, list: PreparedList | undefined): Promise<Context> {
    const needs: readonly string[] = commands[act.command.type].needs
    return {
      now: act.now,
      actor: act.actor,
      parameters: state.parameters,
      ...(needs.includes('catalogue') && { catalogue: await settings.catalogueAt(act.now) }),
      ...(list !== undefined && { people: list.people, pages: list.pages }),
      ...(needs.includes('seats') && { seats: toldSeats(state, await seats.list(state.id)) }),
      ...(needs.includes('photo') && (await photoNamed(act, state))),
      ...(needs.includes('papers') && { papers: await papersNamed(act, state) }),
      ...(needs.includes('seal') && (await sealNamed(act, state))),
      ...(act.command.type === 'answerOpinion' && (await answeredKind(state, act.command.body.opinion))),
    }
  }

  async function replay(request: Request): Promise<ActOutcome | undefined> {
    const state = await consultations.answered(request)
    if (state === undefined) return undefined
    return state === 'keyReused' ? { kind: 'keyReused' } : { kind: 'done', state }
  }

  /** What happened since the version a command was thought for to what it rests on; nothing disturbs an additive one. */
  async function changesSince({ ifMatch, command }: Act, { id, version }: Consultation) {
    if (ifMatch === undefined || ifMatch >= version || commands[command.type].additive) return []
    return touching(command.type, await consultations.events(id, ifMatch))
  }

  /** Somebody's own earlier act is no conflict, and neither is an act on another section. */
  const isConflict = ({ actor, ifMatch = 0 }: Act, version: number, changes: readonly ConsultationEvent[]): boolean =>
    ifMatch > version || changes.some(({ by }) => by.sub !== actor.sub)

  /** A list of one page has its seats and ballots before the answer; of a longer one each page is made by a step. */
  async function makeOnlyPage(state: Consultation, events: readonly ConsultationEvent[]): Promise<void> {
    if (pagesOf(state.list?.listed ?? 0) !== 1) return
    for (const paged of events.flatMap(pagedAfter)) await makePage({ store, secrets }, state, paged, 1)
  }

  /** One attempt on the state as it is now, or the version that was overtaken meanwhile. */
  async function attempt(act: Act): Promise<ActOutcome | { readonly kind: 'overtaken'; readonly version: number }> {
    const [replayed, state] = await Promise.all([
      act.request === undefined ? undefined : replay(act.request),
      consultations.load(act.consultation),
    ])
    if (state === undefined) return { kind: 'missing' }
    act.authorise(state)
    if (replayed !== undefined) return replayed
    const changes = await changesSince(act, state)
    if (isConflict(act, state.version, changes)) return { kind: 'changed', version: state.version, changes }
    const list = await listOf(state, act.command)
    const decision = decide(state, act.command, await contextOf(act, state, list))
    if (decision.kind === 'refused')
      return { kind: 'refused', refusal: decision.refusal, version: state.version, own: changes }
    const events = await keepClosed(store, state, decision)
    const next = advance(state, state.id, events, act.actor, act.now)
    if (!alwaysFits.has(act.command.type) && ![next.state, ...next.written.map(({ linked }) => linked)].every(fits))
      return { kind: 'refused', refusal: recordFull, version: state.version }
    if (list !== undefined) await participants.write(secrets, state.id, list, act.now)
    if (next.written.length > 0) {
      const outcome = await consultations.commit({ before: state, ...next, request: act.request })
      const answered = outcome === 'answered' && act.request !== undefined ? await replay(act.request) : undefined
      if (answered !== undefined) return answered
      if (outcome !== 'committed') return { kind: 'overtaken', version: state.version }
    }
    await makeOnlyPage(
      next.state,
      next.written.map(({ event }) => event),
    )
    return { kind: 'done', state: next.state }
  }

  return {
    /** P1: a new consultation. @param id made by the caller; the same request gives the first one again */
    async propose(act: {
      readonly id: string
      readonly body: ProposeTopic
      readonly actor: Actor
      readonly now: string
      readonly request: Request
      /** Throws when the actor may not act on the consultation that this one follows. */
      readonly authorise: (followed: Consultation) => void
    }): Promise<ActOutcome> {
      const replayed = await replay(act.request)
      if (replayed !== undefined) return replayed
      for (let tries = 1; ; tries++) {
        const [old, parameters, catalogue] = await Promise.all([
          act.body.follows === undefined ? undefined : consultations.load(act.body.follows),
          settings.parametersAt(act.now),
          settings.catalogueAt(act.now),
        ])
        if (old !== undefined) act.authorise(old)
        const decision = proposeTopic(act.body, {
          now: act.now,
          actor: act.actor,
          parameters,
          catalogue,
          followed: old === undefined ? undefined : { published: old.publications.length > 0 },
        })
        if (decision.kind === 'refused') return { kind: 'refused', refusal: decision.refusal, version: 0 }
        const next = advance(undefined, act.id, decision.events, act.actor, act.now)
        const outcome = await consultations.commit({
          before: undefined,
          ...next,
          request: act.request,
          takesUp: old,
        })
        if (outcome === 'committed') return { kind: 'done', state: next.state }
        const first = await replay(act.request)
        if (first !== undefined) return first
        if (old === undefined || tries >= triesWhenOvertaken) throw new Error(`${act.id} could not be proposed`)
      }
    },

    /** A command on an existing consultation. */
    async run(act: Act): Promise<ActOutcome> {
      let { ifMatch } = act
      for (let tries = 1; ; tries++) {
        const outcome = await attempt({ ...act, ifMatch })
        if (outcome.kind !== 'overtaken') return outcome
        ifMatch ??= outcome.version
        if (tries >= triesWhenOvertaken)
          return {
            kind: 'changed',
            version: outcome.version + 1,
            changes: await consultations.events(act.consultation, outcome.version),
          }
      }
    },
  }
}

export type Acts = ReturnType<typeof openActs>

/** A command by its type and validated body. */
export const commandOf = (type: CommandType, body: unknown): Command => ({ type, body }) as Command
