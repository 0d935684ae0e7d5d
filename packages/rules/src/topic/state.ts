import type { PlaceCode } from '@xieshang/kernel'
import type { MatterAsFiled } from '../catalogue/base.ts'
import type { Stamp } from '../consultation/stamp.ts'
import type { ProposerKind } from '../taxonomy/procedure.ts'

export type Proposer = { readonly kind: ProposerKind; readonly name: string }

export type Topic = {
  readonly title: string
  readonly description: string
  readonly matter: string
  readonly catalogueVersion: string
  /** M6: what that version says of the matter. */
  readonly asFiled: MatterAsFiled
  readonly publicInterest: boolean
  readonly proposers: readonly Proposer[]
  /** P11a: the consultation whose feedback led to this one. */
  readonly follows?: string
}

/** A step of a consultation over several villages, and who is in charge of it. */
export type ProcedureStep = { readonly title: string; readonly body: string }

export type TopicState = {
  readonly topic: Topic
  readonly proposed: Stamp
  /** P9e: the villages that a township consults together. */
  readonly villages?: readonly PlaceCode[]
  /** P9e: the steps that the township set before it started. */
  readonly procedure?: Stamp & { readonly steps: readonly ProcedureStep[] }
  readonly returned?: Stamp & { readonly reason: string }
  readonly registered?: Stamp & { readonly party: string; readonly committee: string }
}
