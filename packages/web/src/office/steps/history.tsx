import { staffOf } from '../../api/staff.ts'
import { Pages, partsOf } from '../../shared/pages.tsx'
import { showTime } from '../../shared/time.ts'
import { eventName } from '../../texts/events.ts'
import { useTexts } from '../../texts/language.ts'

const load = (key: string) => {
  const { of, ...from } = partsOf(key)
  const [county = '', id = ''] = of.split('/')
  return staffOf(county).events(id, from)
}

/** Everything that happened, the last first: who, when, what, and each exception. */
export function History({ county, id, version }: { county: string; id: string; version: number }) {
  const { t, language } = useTexts()
  return (
    <Pages load={load} of={`${county}/${id}/${version}`}>
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
