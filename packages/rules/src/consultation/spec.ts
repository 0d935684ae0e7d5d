import type { Text, Verb } from '@xieshang/kernel'
import type * as z from 'zod'
import type { Context } from './context.ts'
import type { Decision } from './event.ts'
import type { Consultation } from './state.ts'

/** What a decision wants to know beyond the events; the store loads it before. */
export type Need = 'people' | 'seats' | 'ballots' | 'opinion' | 'photo' | 'catalogue' | 'seal' | 'papers'

export type CommandSpec<S extends z.ZodType> = {
  readonly schema: S
  readonly clause: string
  readonly label: Text
  /** What somebody must be allowed to do at the place. */
  readonly verb: Verb
  readonly needs: readonly Need[]
  /** Whether it may be given without naming the version it was thought for, since it disturbs nobody else's work. */
  readonly additive: boolean
  /** Whether it still makes sense when the consultation is in the archive (P11b). */
  readonly afterClosing: boolean
  readonly decide: (state: Consultation, command: z.output<S>, context: Context) => Decision
}

export const command = <S extends z.ZodType>(
  clause: string,
  label: Text,
  schema: S,
  decide: CommandSpec<S>['decide'],
  options: Partial<Pick<CommandSpec<S>, 'verb' | 'needs' | 'additive' | 'afterClosing'>> = {},
): CommandSpec<S> => ({
  clause,
  label,
  schema,
  decide,
  verb: 'conduct',
  needs: [],
  additive: false,
  afterClosing: false,
  ...options,
})
