import { type Actor, may, type Verb } from '@xieshang/kernel'
import type { Moment } from '../archive/owed.ts'
import type { CommandType } from '../consultation/commands.ts'
import type { Refusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'

/** For whom it is asked how a consultation stands. */
export type Who = Pick<Actor, 'role' | 'division'>

/** How a stage of the procedure is told from the state. */
export type StageSpec = {
  /** The commands that move it; who may give none of them has nothing to do in it. */
  readonly commands: readonly CommandType[]
  /** Why none of them can be given yet or any more, by anybody. */
  readonly problem: (state: Consultation, moment: Moment) => Refusal | undefined
  /** Whether it has anything to do with this consultation so far; without it, it always has. */
  readonly shown?: (state: Consultation, who: Who) => boolean
  /** Whether its turn has come. */
  readonly turn: (state: Consultation, who: Who) => boolean
  readonly done: (state: Consultation) => boolean
}

export const allowed = ({ division }: Consultation, who: Who, verb: Verb): boolean => may(who, verb, division)
