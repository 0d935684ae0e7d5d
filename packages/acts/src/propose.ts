import type { Actor, Consultation, ProposeTopic } from '@xieshang/rules'
import { advance, type CountyStore, type Request } from '@xieshang/store'
import { type ActOutcome, triesWhenOvertaken } from './act.ts'
import { replay } from './replay.ts'

export type Proposal = {
  /** Made by the caller. */
  readonly id: string
  readonly body: ProposeTopic
  readonly actor: Actor
  /** Instant in UTC. */
  readonly now: string
  readonly request: Request
  /** Throws when the actor may not act on the consultation that this one follows. */
  readonly authorise: (followed: Consultation) => void
}

/** P1: a new consultation. The same request gives the first one again. */
export async function propose(
  { consultations, settings }: Pick<CountyStore, 'consultations' | 'settings'>,
  act: Proposal,
): Promise<ActOutcome> {
  const replayed = await replay(consultations, act.request)
  if (replayed !== undefined) return replayed
  const { proposeTopic } = await import('@xieshang/rules/deciding')
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
    const first = await replay(consultations, act.request)
    if (first !== undefined) return first
    if (old === undefined || tries >= triesWhenOvertaken) throw new Error(`${act.id} could not be proposed`)
  }
}
