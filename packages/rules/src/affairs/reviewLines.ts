import type { PlaceCode, Text } from '@xieshang/kernel'
import { type Grade, grades } from './reviewResult.ts'

/** What a review came to, as a report lists it. */
export type ReviewLine = {
  readonly id: string
  readonly division: PlaceCode
  readonly title: Text
  readonly year: number
  readonly consultation?: string
  readonly hundredths: number
  readonly grade: Grade
}

type ReviewCard = {
  readonly id: string
  readonly division: PlaceCode
  readonly title: Text
  readonly day?: string
  readonly status: string
  readonly digest: Readonly<Record<string, number | string>>
}

const isGrade = (value: unknown): value is Grade => typeof value === 'string' && Object.hasOwn(grades, value)

/** F4: the result of each village's year, and of each work or consultation; the latest review of the same counts. */
export function reviewResults(cards: readonly ReviewCard[], year: number): readonly ReviewLine[] {
  const latest = new Map<string, ReviewLine>()
  const concluded = cards.filter(({ status, digest }) => status === 'concluded' && digest.year === year)
  for (const { id, division, title, digest } of concluded.toSorted((a, b) =>
    (a.day ?? '') < (b.day ?? '') ? -1 : 1,
  )) {
    const { subject, consultation, hundredths, grade } = digest
    if (!isGrade(grade)) continue
    const about = subject === 'year' ? 'year' : (consultation ?? title.zh)
    latest.set(`${division} ${about}`, {
      id,
      division,
      title,
      year,
      ...(consultation !== undefined && { consultation: String(consultation) }),
      hundredths: Number(hundredths),
      grade,
    })
  }
  return [...latest.values()]
}
