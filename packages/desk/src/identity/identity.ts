/** Who signs in on a desk, and what their tokens say: a product's. The desk adds keys, sessions and the protocol. */
export type Identity = {
  /** The one client: pages of the desk's own origin, whose redirect is `/callback`. */
  readonly clientId: string
  /** Whom access tokens are for. */
  readonly audience: string
  /** Names of the claims that tokens carry beside `sub`. */
  readonly claims: readonly string[]
  /** What tokens say of an account; undefined where there is no such account. */
  readonly claimsOf: (account: string) => Readonly<Record<string, string>> | undefined
  /** A page with a form that is posted to its own address. @param refused whether the last choice was no account */
  readonly signInPage: (refused: boolean) => string
  /** The account that a sent form chooses. */
  readonly accountIn: (form: URLSearchParams) => string
}
