import {
  type Command,
  type CommandType,
  type Consultation,
  type ConsultationEvent,
  pagedAfter,
  pagesOf,
} from '@xieshang/rules'
import { advance, fits, type PreparedList } from '@xieshang/store'
import { type Act, type ActDependencies, type ActOutcome, triesWhenOvertaken } from './act.ts'
import { openContext } from './context.ts'
import { keepClosed } from './keepClosed.ts'
import { makePage } from './pages.ts'
import { type Proposal, propose } from './propose.ts'
import { replay } from './replay.ts'

/** P5a, P6a: a session or a round that was opened can always be closed, whatever was written before: they write little. */
const alwaysFits: ReadonlySet<CommandType> = new Set<CommandType>([
  ...(['closeSession', 'closeRound', 'enterHands', 'confirmHands', 'enterPapers', 'confirmPapers'] as const),
])

/** How commands are decided is loaded with the first of them: most starts only read. */
const deciding = () => import('@xieshang/rules/deciding')

/** Commands end here: load, authorise, decide, prepare, commit, and what follows from it. */
export function openActs(dependencies: ActDependencies) {
  const { store, people, secrets } = dependencies
  const { consultations, participants } = store
  const contextOf = openContext(dependencies)

  const listOf = async (state: Consultation, command: Command): Promise<PreparedList | undefined> =>
    command.type === 'fixParticipants' ? participants.prepare(people, state, command.body) : undefined

  /** What happened since the version a command was thought for to what it rests on; nothing disturbs an additive one. */
  async function changesSince({ ifMatch, command }: Act, { id, version }: Consultation) {
    if (ifMatch === undefined || ifMatch >= version) return []
    const { commands, touching } = await deciding()
    if (commands[command.type].additive) return []
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
      act.request === undefined ? undefined : replay(consultations, act.request),
      consultations.load(act.consultation),
    ])
    if (state === undefined) return { kind: 'missing' }
    act.authorise(state)
    if (replayed !== undefined) return replayed
    const changes = await changesSince(act, state)
    if (isConflict(act, state.version, changes)) return { kind: 'changed', version: state.version, changes }
    const [list, { commands, decide, recordFull }] = await Promise.all([listOf(state, act.command), deciding()])
    const context = await contextOf(act, commands[act.command.type].needs, state, list)
    const decision = decide(state, act.command, context)
    if (decision.kind === 'refused')
      return { kind: 'refused', refusal: decision.refusal, version: state.version, own: changes }
    const events = await keepClosed(store, state, decision)
    const next = advance(state, state.id, events, act.actor, act.now)
    if (!alwaysFits.has(act.command.type) && ![next.state, ...next.written.map(({ linked }) => linked)].every(fits))
      return { kind: 'refused', refusal: recordFull, version: state.version }
    if (list !== undefined) await participants.write(secrets, state.id, list, act.now)
    if (next.written.length > 0) {
      const outcome = await consultations.commit({ before: state, ...next, request: act.request })
      const answered =
        outcome === 'answered' && act.request !== undefined ? await replay(consultations, act.request) : undefined
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
    /** P1: a new consultation. */
    propose: (proposal: Proposal): Promise<ActOutcome> => propose(store, proposal),

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
