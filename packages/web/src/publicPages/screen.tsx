import { type PlaceCode, tenantOf } from '@xieshang/kernel'
import type { ReactNode } from 'react'
import { openCounty } from '../api/open.ts'
import { Loading } from '../shared/parts.tsx'
import { ApiFailure } from '../shared/problem.ts'
import { showClock, showDate } from '../shared/time.ts'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'
import { useFreshPage, useNow, useTurn, useWakeLock } from './screenHooks.ts'
import { ScreenSlide, type Slide } from './screenSlide.tsx'
import '../style/screen.css'

const slideMs = 15_000
const pollMs = 60_000

const load = (division: PlaceCode) => openCounty(tenantOf(division)).screen(division)

const endOf = (slide: Slide): string => (slide.kind === 'notice' ? slide.meeting.at : slide.until)

/** What a place announces, for a television on its wall: one slide after the other, by itself (P3a, P8). */
export default function ScreenPage({ division }: { division: PlaceCode }) {
  const { t } = useTexts()
  const { data, error } = useLoad(load, [division], pollMs)
  const now = useNow()
  const turn = useTurn(slideMs)
  useWakeLock()
  useFreshPage(data?.at)
  if (data === undefined) {
    const unknown = error instanceof ApiFailure && error.problem.status === 404
    return (
      <Frame now={now}>{error === undefined ? <Loading /> : <p>{unknown ? t.screen.unknown : t.offline}</p>}</Frame>
    )
  }
  // What ended while the network was away is not shown any more.
  const slides = data.slides.filter((slide) => endOf(slide) > now)
  const at = turn % Math.max(1, slides.length)
  const slide = slides[at]
  return (
    <Frame
      now={now}
      name={data.divisionName}
      foot={
        <>
          <Dots at={at} of={slides.length} />
          {error !== undefined && <p className="screen-updated">{t.screen.updatedAt(showClock(data.at))}</p>}
        </>
      }
    >
      {slide === undefined ? (
        <p>{t.screen.nothing}</p>
      ) : (
        <ScreenSlide
          key={`${slide.kind} ${slide.id}`}
          slide={slide}
          county={tenantOf(division)}
          here={data.divisionName}
        />
      )}
    </Frame>
  )
}

function Frame({ now, name, foot, children }: { now: string; name?: string; foot?: ReactNode; children: ReactNode }) {
  const { t, language } = useTexts()
  return (
    <main className="screen">
      <header>
        <h1>{name ?? t.product}</h1>
        <p className="screen-clock">
          <span>{showDate(now, language)}</span> <time dateTime={now}>{showClock(now)}</time>
        </p>
      </header>
      <div className="screen-body">{children}</div>
      <footer>{foot}</footer>
    </main>
  )
}

/** Which of the slides this is. */
function Dots({ at, of }: { at: number; of: number }) {
  const { t } = useTexts()
  if (of < 2) return null
  return (
    <p className="screen-dots" role="img" aria-label={t.screen.position(at + 1, of)}>
      {Array.from({ length: of }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place and nothing else
        <span key={index} className={index === at ? 'current' : ''} />
      ))}
    </p>
  )
}
