import { type Text, text } from '@xieshang/kernel'

/**
 * F4: how ratings become a result. Residents rate from 1 to 5, the third party from 0 to 100. The policy names no
 * weights: these are ours, and a change of them is a change of every result.
 */
export const reviewScheme = {
  weights: { residents: 70, thirdParty: 30 },
  grades: [
    { grade: 'excellent', from: 90 },
    { grade: 'good', from: 75 },
    { grade: 'fair', from: 60 },
    { grade: 'poor', from: 0 },
  ],
} as const

export const grades = {
  excellent: text('优秀', 'Excellent'),
  good: text('良好', 'Good'),
  fair: text('合格', 'Fair'),
  poor: text('不合格', 'Poor'),
} as const satisfies Record<string, Text>

export type Grade = keyof typeof grades

export type ResidentRatings = {
  readonly five: number
  readonly four: number
  readonly three: number
  readonly two: number
  readonly one: number
}

export type ReviewResult = {
  readonly residents: number
  /** Sum of the residents' points, 1 to 5 each. */
  readonly points: number
  readonly thirdParty: number
  /** The result out of 10000, rounded down: 8650 is 86.50 of 100. */
  readonly hundredths: number
  readonly grade: Grade
}

/** F4: the result of a review, in whole numbers. Undefined until both have rated. */
export function reviewResult(
  ratings: ResidentRatings | undefined,
  thirdParty: number | undefined,
): ReviewResult | undefined {
  if (ratings === undefined || thirdParty === undefined) return undefined
  const { five, four, three, two, one } = ratings
  const residents = five + four + three + two + one
  if (residents === 0) return undefined
  const points = five * 5 + four * 4 + three * 3 + two * 2 + one
  const { weights } = reviewScheme
  // A point is worth 20 of 100; the division comes last, so nothing is rounded twice.
  const hundredths = Math.floor(
    (points * 20 * weights.residents + thirdParty * residents * weights.thirdParty) / residents,
  )
  const grade = reviewScheme.grades.find(({ from }) => hundredths >= from * 100)?.grade ?? 'poor'
  return { residents, points, thirdParty, hundredths, grade }
}
