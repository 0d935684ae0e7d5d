import type { Text } from '@xieshang/kernel'
import type { RefusalCode } from '../texts/refusals.ts'

/** What a sentence is filled with: what somebody called it, how it is called in each language, a number, or several. */
export type Param = string | number | Text | readonly number[]

/**
 * Why a command was refused. `clause` is the policy's row; `code` names its sentence;
 * `kind` says whether the rule forbids it, the consultation stands elsewhere, or the actor may not.
 */
export type Refusal = {
  readonly clause: string
  readonly code: RefusalCode
  readonly kind: 'rule' | 'state' | 'forbidden'
  /** Path of the field in the command, e.g. `seats.3.person`. */
  readonly field?: string
  readonly params?: Readonly<Record<string, Param>>
}

type Detail = Pick<Refusal, 'field' | 'params'>

export const ruleRefusal = (clause: string, code: RefusalCode, detail: Detail = {}): Refusal => ({
  clause,
  code,
  kind: 'rule',
  ...detail,
})
export const stateRefusal = (clause: string, code: RefusalCode, detail: Detail = {}): Refusal => ({
  clause,
  code,
  kind: 'state',
  ...detail,
})
export const forbidden = (clause: string, code: RefusalCode, detail: Detail = {}): Refusal => ({
  clause,
  code,
  kind: 'forbidden',
  ...detail,
})
