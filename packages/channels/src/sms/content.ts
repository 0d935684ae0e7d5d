/** What one SMS says. */
export type SmsContent = {
  readonly kind: 'notice' | 'ballot' | 'outcome' | 'ended'
  /** Name of the village or community, which signs. */
  readonly place: string
  readonly title: string
  readonly meeting?: { readonly at: string; readonly place: string }
  readonly closesAt?: string
  /** Personal link; stands at the end, whole. */
  readonly link: string
}
