import type { Moment } from '../archive/owed.ts'
import { gateOf } from '../consultation/decide.ts'
import type { Refusal } from '../consultation/refusal.ts'
import { type Stage, stages } from '../consultation/section.ts'
import type { Consultation } from '../consultation/state.ts'
import { type Next, nextOf } from './next.ts'
import { outcome } from './outcome.ts'
import type { StageSpec, Who } from './stage.ts'
import { untilVote } from './untilVote.ts'

/** How each stage of the procedure is told from the state. */
export const specs: { readonly [stage in Stage]: StageSpec } = { ...untilVote, ...outcome }

/** How one stage of a consultation stands for somebody. */
export type StageProgress = {
  readonly stage: Stage
  /** Whether its turn has come. While it is not done, something can be done in it. */
  readonly open: boolean
  readonly done: boolean
  /** Why they can do nothing in it now: its turn has not come or is over, or it is for others to do. */
  readonly waits?: Refusal
}

export type Progress = {
  /** The stages that have to do with this consultation, in the order of the procedure. */
  readonly stages: readonly StageProgress[]
  /** The one next thing to do; absent when it is at its end. */
  readonly next?: Next
}

/** Why somebody can give none of a stage's commands now; absent where they can. */
function waiting(state: Consultation, who: Who, moment: Moment, { commands, problem }: StageSpec): Refusal | undefined {
  const gates = commands.map((command) => gateOf(state, command, who))
  return gates.includes(undefined) ? problem(state, moment) : (gates[0] ?? problem(state, moment))
}

function standing(state: Consultation, who: Who, moment: Moment, stage: Stage): StageProgress {
  const spec = specs[stage]
  const done = spec.done(state)
  const waits = waiting(state, who, moment, spec)
  return {
    stage,
    open: spec.turn(state, who) && (done || spec.problem(state, moment) === undefined),
    done,
    ...(waits !== undefined && { waits }),
  }
}

/** Where a consultation stands for somebody: said here once, for the server, the office and the dashboard. */
export function progressOf(state: Consultation, who: Who, moment: Moment): Progress {
  const next = nextOf(state, who, moment)
  return {
    stages: stages
      .filter((stage) => specs[stage].shown?.(state, who) !== false)
      .map((stage) => standing(state, who, moment, stage)),
    ...(next !== undefined && { next }),
  }
}
