import { encode } from 'uqr'
import type { Screen } from '../api/open.ts'
import { showDay, showTime } from '../shared/time.ts'
import { useTexts } from '../texts/language.ts'
import { useLines } from './screenHooks.ts'

export type Slide = Screen['slides'][number]

/** More would not be read from several metres. */
const itemsAtMost = 5
const quietZone = 2

/** A QR code as one path: every dark module is a square of its own. */
function QrCode({ of }: { of: string }) {
  const { size, data } = encode(of, { ecc: 'M', border: 0 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  const side = size + 2 * quietZone
  return (
    <svg viewBox={`${-quietZone} ${-quietZone} ${side} ${side}`} aria-hidden="true" shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  )
}

function Meeting({ slide }: { slide: Extract<Slide, { kind: 'notice' }> }) {
  const { t, language } = useTexts()
  return (
    <dl className="screen-facts">
      <dt>{t.screen.when}</dt>
      <dd>{showTime(slide.meeting.at, language)}</dd>
      <dt>{t.screen.where}</dt>
      <dd>{slide.meeting.place}</dd>
      <dt>{t.screen.opinionsUntil}</dt>
      <dd>{showTime(slide.opinionsUntil, language)}</dd>
    </dl>
  )
}

function Results({ items }: { items: Extract<Slide, { kind: 'outcome' }>['items'] }) {
  const { t } = useTexts()
  const left = items.length - itemsAtMost
  return (
    <ol className="screen-items">
      {items.slice(0, itemsAtMost).map(({ item, title, status, votes }) => (
        <li key={item}>
          <span className="screen-item">
            {item}. {title}
          </span>
          {votes !== undefined && (
            <span className="screen-votes">{t.screen.votes(votes.yes, votes.no, votes.abstain)}</span>
          )}
          <strong className={`screen-status ${status}`}>{t.itemStatus[status]}</strong>
        </li>
      ))}
      {left > 0 && <li className="screen-votes">{t.screen.more(left)}</li>}
    </ol>
  )
}

/** One notice or outcome, large; what does not fit is read on the phone. */
export function ScreenSlide({ slide, county }: { slide: Slide; county: string }) {
  const { t, language } = useTexts()
  const { box, lines } = useLines<HTMLDivElement>()
  const page = `/p/${county}/${slide.id}`
  return (
    <article className="screen-slide">
      <div className="screen-words">
        <p className="screen-kind">
          <span className={`screen-badge ${slide.kind}`}>{t.screen.kind[slide.kind]}</span> {slide.divisionName}
        </p>
        <h2>{slide.title}</h2>
        {slide.kind === 'notice' ? <Meeting slide={slide} /> : <Results items={slide.items} />}
        <div className="screen-text" ref={box}>
          <p style={{ WebkitLineClamp: lines }}>{slide.text}</p>
        </div>
        {slide.kind === 'outcome' && (
          <p className="screen-until">{t.screen.shownUntil(showDay(slide.until, language))}</p>
        )}
      </div>
      <a className="screen-qr" href={page}>
        <QrCode of={`${location.origin}${page}`} />
        <span>{t.screen.readOn}</span>
      </a>
    </article>
  )
}
