import type { SmsProblem } from '@xieshang/rules'

/** What came of handing one SMS over. */
export type SmsAnswer =
  /** The provider has it and names it; that it arrived, a receipt says. */
  | { readonly kind: 'accepted'; readonly message: string }
  /** It was certainly not taken. `lasting` when trying again mends nothing. */
  | { readonly kind: 'refused'; readonly why: SmsProblem; readonly lasting: boolean }
  /** The answer was lost: it may have been taken. */
  | { readonly kind: 'uncertain' }

/** A provider's last word on a message. */
export type SmsReceipt = {
  /** As the provider named it when it took it. */
  readonly message: string
  /** Instant in UTC. */
  readonly at: string
  /** Whether the phone has it. */
  readonly delivered: boolean
}

/** Whoever carries SMS: a file beside this one for each. */
export type SmsProvider = {
  /** Hands an SMS over, once: what is tried again, the caller decides. */
  readonly send: (phone: string, text: string) => Promise<SmsAnswer>
  /** The receipts in what the provider reports. @throws Error when it is no report of this provider */
  readonly receipts: (report: unknown) => SmsReceipt[]
}
