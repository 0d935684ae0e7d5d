import type { PlaceCode } from '@xieshang/kernel'
import { memo } from 'react'
import type { Screen } from '../api/open.ts'
import { address } from '../shared/addresses.ts'
import { QrCode } from '../shared/qrCode.tsx'
import { showDay, showTime } from '../shared/time.ts'
import { useTexts } from '../texts/language.ts'
import { lineOf, rowOf, useRoom } from './screenHooks.ts'

export type Slide = Screen['slides'][number]

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

/** As many results as there is room for; how many more there are stands in the last row. */
function Results({ items }: { items: Extract<Slide, { kind: 'outcome' }>['items'] }) {
  const { t } = useTexts()
  const { box, rows } = useRoom<HTMLOListElement>(rowOf)
  const shown = items.length <= rows ? items : items.slice(0, Math.max(1, rows - 1))
  const left = items.length - shown.length
  return (
    <ol className="screen-items" ref={box}>
      {shown.map(({ item, title, status, votes }) => (
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

/** The words of a notice, cut where the screen ends. */
function Words({ of }: { of: string }) {
  const { box, rows } = useRoom<HTMLDivElement>(lineOf)
  return (
    <div className="screen-rest" ref={box}>
      <p className="screen-text" style={{ WebkitLineClamp: rows }}>
        {of}
      </p>
    </div>
  )
}

/**
 * One notice or outcome, large; what does not fit is read on the phone. It stays as it is while the clock above it ticks:
 * a television's processor is a slow one.
 * @param here the name of the screen's own place
 */
export const ScreenSlide = memo(({ slide, county, here }: { slide: Slide; county: PlaceCode; here: string }) => {
  const { t, language } = useTexts()
  const page = address.publicOne({ county, id: slide.id })
  return (
    <article className="screen-slide">
      <div className="screen-words">
        <p className="screen-kind">
          <span className={`screen-badge ${slide.kind}`}>{t.screen.kind[slide.kind]}</span>
          {slide.divisionName !== here && <span>{slide.divisionName}</span>}
          {slide.kind === 'outcome' && <span>{t.screen.shownUntil(showDay(slide.until, language))}</span>}
        </p>
        <h2>{slide.title}</h2>
        {slide.kind === 'notice' ? (
          <>
            <Meeting slide={slide} />
            <Words of={slide.text} />
          </>
        ) : (
          <>
            <p className="screen-text">{slide.text}</p>
            <Results items={slide.items} />
          </>
        )}
      </div>
      <a className="screen-qr" href={page}>
        <QrCode of={`${location.origin}${page}`} />
        <span>{t.screen.readOn}</span>
      </a>
    </article>
  )
})
