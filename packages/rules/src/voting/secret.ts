import { type Refusal, ruleRefusal } from '../consultation/refusal.ts'

/** P6a: a secret round with fewer voting seats could reveal somebody, whatever is done with its ballots. */
const leastVoters = 5

/** P6a: nothing is opened, and no part is counted apart, with fewer ballots. */
export const leastBallots = 3

/** How many ballots are too few to be opened: some were cast, and fewer than three. */
export const tooFewToOpen = (cast: number): boolean => cast > 0 && cast < leastBallots

/**
 * P6a: a secret round that could reveal somebody is refused: under five voting seats, or under three in a part that is
 * counted apart, be it online or on paper.
 */
export function secretProblem(online: number, paper: number): Refusal | undefined {
  if (online + paper < leastVoters)
    return ruleRefusal('P6a', 'secretNeedsVoters', {
      field: 'secrecy',
      params: { voters: online + paper, least: leastVoters },
    })
  if (tooFewToOpen(online) || tooFewToOpen(paper))
    return ruleRefusal('P6a', 'secretPartTooSmall', { field: 'paper', params: { least: leastBallots } })
  return undefined
}
