/**
 * Why a command was refused. `clause` is the policy's row; `code` names the sentence in `texts/refusals.ts`;
 * `kind` says whether the rule forbids it, the consultation stands elsewhere, or the actor may not.
 */
export type Refusal = {
  readonly clause: string
  readonly code: string
  readonly kind: 'rule' | 'state' | 'forbidden'
  /** Path of the field in the command, e.g. `seats.3.person`. */
  readonly field?: string
  readonly params?: Readonly<Record<string, string | number>>
}

type Detail = Pick<Refusal, 'field' | 'params'>

export const ruleRefusal = (clause: string, code: string, detail: Detail = {}): Refusal => ({
  clause,
  code,
  kind: 'rule',
  ...detail,
})
export const stateRefusal = (clause: string, code: string, detail: Detail = {}): Refusal => ({
  clause,
  code,
  kind: 'state',
  ...detail,
})
export const forbidden = (clause: string, code: string, detail: Detail = {}): Refusal => ({
  clause,
  code,
  kind: 'forbidden',
  ...detail,
})
