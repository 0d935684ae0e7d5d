/** The arithmetic of P6b and P6c, in whole numbers: no share is ever turned into a fraction or rounded. */

/** A share as two whole numbers, e.g. two thirds = { of: 3, needs: 2 }. */
export type Share = { readonly needs: number; readonly of: number }

/** Which seats a majority is counted over. `attended` is the policy as we read it; `listed` is stricter. */
export type MajorityBase = 'attended' | 'listed'

/**
 * P6b: whether enough of the seats on the list attend. Every seat on the list counts, voting or not;
 * an empty list never has a quorum.
 */
export function hasQuorum(attended: number, listed: number, share: Share): boolean {
  return listed > 0 && attended * share.of >= listed * share.needs
}

/** P6b: the smallest number of seats that makes a quorum of `listed`. */
export function quorumOf(listed: number, share: Share): number {
  return Math.max(1, Math.floor((listed * share.needs + share.of - 1) / share.of))
}

/**
 * P6c: whether `yes` votes are more than the share of the base. Exactly the share is not enough, so a tie fails.
 * @param base voting seats that attended (or that are listed, where a county is stricter); abstentions are in it
 */
export function hasMajority(yes: number, base: number, share: Share): boolean {
  return yes * share.of > base * share.needs
}
