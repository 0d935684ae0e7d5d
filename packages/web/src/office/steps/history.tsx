import { staffOf } from '../../api/staff.ts'
import { ProblemBox } from '../../shared/parts.tsx'
import { showTime } from '../../shared/time.ts'
import { useLoad } from '../../shared/useLoad.ts'
import { eventName } from '../../texts/events.ts'
import { useTexts } from '../../texts/language.ts'

const load = (key: string) => {
  const [county = '', id = ''] = key.split('/')
  return staffOf(county).events(id)
}

/** Everything that happened: who, when, what, and each exception. */
export function History({ county, id, version }: { county: string; id: string; version: number }) {
  const { t, language } = useTexts()
  const { data, error, reload } = useLoad(load, `${county}/${id}/${version}`)
  return (
    <>
      <ProblemBox error={error} retry={reload} />
      <ol className="history">
        {data?.events.map((event) => (
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
      </ol>
    </>
  )
}
