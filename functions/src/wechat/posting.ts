import type { ArticleContent } from '@xieshang/channels'
import { type Consultation, dayOf, type Posting as Posted } from '@xieshang/rules'
import * as z from 'zod'

/** What the county topic carries: which event is to be published. */
export const postingSchema = z.object({ consultation: z.string(), event: z.int().min(1) })

export type Posting = Pick<Posted, 'of' | 'number'>

/** What a notice or an outcome says to everybody: no names of people. */
export function articleOf(state: Consultation, { of, number }: Posting, place: string, link: string): ArticleContent {
  const { title } = state.topic
  const notice = of === 'notice' ? state.notices[number - 1] : undefined
  if (notice !== undefined) {
    const { text, meeting, opinionsUntil } = notice
    return { kind: 'notice', place, title, text, meeting, opinionsUntil, link }
  }
  const publication = state.publications[number - 1]
  return {
    kind: 'outcome',
    place,
    title,
    text: publication?.text ?? '',
    ...(publication !== undefined && { until: dayOf(publication.until) }),
    items: state.items.map((item) => ({ title: item.title, passed: item.status === 'passed' })),
    link,
  }
}
