import { eventsQuery, type Which } from '../../queries/consultation.ts'
import { Pages } from '../../queries/pages.tsx'
import { showTime } from '../../shared/time.ts'
import { eventName } from '../../texts/events.ts'
import { useTexts } from '../../texts/language.ts'

/** Everything that happened, the last first: who, when, what, and each exception. */
export function History({ of }: { of: Which }) {
  const { t, language } = useTexts()
  return (
    <Pages query={eventsQuery(of)}>
      {({ events }) => (
        <ul className="history">
          {events.map((event) => (
            <li key={event.number}>
              <strong>{eventName(event.type, language)}</strong>
              <span className="quiet">
                {' '}
                {event.by.name} · {showTime(event.at, language)}
              </span>
              {event.exceptions?.map((one) => (
                <p key={one.reason} className="warning">
                  {t.clause(one.clause)}：{one.reason}
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Pages>
  )
}
