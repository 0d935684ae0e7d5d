import { type Implementation, implement, type Output, Problem } from '@xieshang/http'
import * as residentApi from '@xieshang/http/operations/resident'
import { type PlaceCode, type Places, within } from '@xieshang/kernel'
import { type Consultation, isSuspended, owesPublication } from '@xieshang/rules'
import type { CountyStore, ScreenLine } from '@xieshang/store'
import { results } from './views.ts'

type Slide = Output<typeof residentApi.getScreen>['slides'][number]

/** At a quarter of a minute each, more than these would not come round within five minutes. */
const slidesAtMost = 20

const announced = (state: Consultation, text: string, { nameOf }: Places) => ({
  id: state.id,
  title: state.topic.title,
  divisionName: nameOf(state.division),
  text,
})

/** The notice as it stands, unless it was issued anew for other channels or its meeting has begun. */
function noticeSlide(state: Consultation, now: string, places: Places): Slide[] {
  const notice = state.notices.at(-1)
  if (notice === undefined || !notice.channels.includes('screen') || notice.meeting.at <= now) return []
  const { meeting, opinionsUntil } = notice
  return [{ kind: 'notice', ...announced(state, notice.text, places), meeting, opinionsUntil }]
}

/** The outcome as it stands, unless the township stopped it or corrected it since (P9g). */
function outcomeSlide(state: Consultation, now: string, places: Places): Slide[] {
  const publication = state.publications.at(-1)
  if (publication === undefined || !publication.channels.includes('screen') || publication.until <= now) return []
  if (isSuspended(state) || owesPublication(state)) return []
  const counted = results(state)
  const items = state.items.map(({ item, title, status }) => {
    const last = counted.find((tally) => tally.item === item && tally.result === status)
    return {
      item,
      title,
      status,
      ...(last !== undefined && { votes: { yes: last.yes, no: last.no, abstain: last.abstain } }),
    }
  })
  return [{ kind: 'outcome', ...announced(state, publication.text, places), items, until: publication.until }]
}

const slidesOf = { notice: noticeSlide, outcome: outcomeSlide } as const

/** The newest line of each consultation and kind, what ends first before the rest. */
function newest(lines: readonly ScreenLine[]): ScreenLine[] {
  const byWhat = Map.groupBy(lines, ({ consultation, kind }) => `${consultation} ${kind}`)
  return [...byWhat.values()].flatMap((same) => same.toSorted((a, b) => b.event - a.event).slice(0, 1))
}

/** What the electronic screens of a place show, without the name of a participant or an officer (P3a, P8). */
export function screenOperations(
  { screens, consultations, places }: Pick<CountyStore, 'screens' | 'consultations' | 'places'>,
  tenant: PlaceCode,
): Implementation[] {
  return [
    implement(residentApi.getScreen, async ({ params }) => {
      const known = await places.known()
      const place = known.find(params.division)
      if (place === undefined || !within(place.code, tenant)) throw Problem.of('notFound')
      const at = new Date().toISOString()
      const lines = newest(await screens.lines(place.code, at)).slice(0, slidesAtMost)
      const slides = await Promise.all(
        lines.map(async ({ consultation, kind }) => {
          const state = await consultations.load(consultation)
          return state === undefined ? [] : slidesOf[kind](state, at, known)
        }),
      )
      return { division: place.code, divisionName: place.name, at, slides: slides.flat() }
    }),
  ]
}
