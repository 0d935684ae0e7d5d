import type { Text, Verb } from '@xieshang/kernel'
import { type Fields, schemaOf, type Values } from '../fields/field.ts'
import type { Context } from './context.ts'
import type { Decision } from './event.ts'
import type { Section } from './section.ts'
import type { Consultation } from './state.ts'

/** What a decision wants to know beyond the events; the store loads it before. */
export type Need = 'people' | 'seats' | 'ballots' | 'opinion' | 'photo' | 'catalogue' | 'seal' | 'papers' | 'unanswered'

export type CommandSpec<F extends Fields> = {
  /** What it says, from which follow its schema, its description in the API and its form. */
  readonly fields: F
  readonly schema: ReturnType<typeof schemaOf<F>>
  readonly clause: string
  readonly label: Text
  /** What somebody must be allowed to do at the place. */
  readonly verb: Verb
  readonly needs: readonly Need[]
  /**
   * What an officer had before their eyes when they gave it: if somebody else changed that meanwhile, they look again.
   * Additive commands rest on nothing that others could have changed, and name no section.
   */
  readonly rests: readonly Section[]
  /** Whether it may be given without naming the version it was thought for, since it disturbs nobody else's work. */
  readonly additive: boolean
  /** Whether it still makes sense when the consultation is in the archive (P11b). */
  readonly afterClosing: boolean
  readonly decide: (state: Consultation, command: Values<F>, context: Context) => Decision
}

export const command = <F extends Fields>(
  clause: string,
  label: Text,
  fields: F,
  decide: CommandSpec<F>['decide'],
  options: Partial<Pick<CommandSpec<F>, 'verb' | 'needs' | 'rests' | 'additive' | 'afterClosing'>> = {},
): CommandSpec<F> => ({
  clause,
  label,
  fields,
  schema: schemaOf(fields),
  decide,
  verb: 'conduct',
  needs: [],
  rests: [],
  additive: false,
  afterClosing: false,
  ...options,
})
