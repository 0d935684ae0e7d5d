import { sharedOf } from '../api/affairs.ts'
import { ProblemBox } from '../shared/parts.tsx'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'
import type { Draft } from './values.ts'

const load = () => sharedOf('countyRule')

/** G9: rules of the other counties, each with a button that begins its adoption. */
export function Adoptable({ own, onAdopt }: { own: string; onAdopt: (draft: Draft) => void }) {
  const { t } = useTexts()
  const { data, error, reload } = useLoad(load, 'rules')
  const rules = data?.entries.filter(({ tenant, status }) => tenant !== own && status === 'active') ?? []
  return (
    <section>
      <h2>{t.affairs.fromCity}</h2>
      <ProblemBox error={error} retry={reload} />
      {data !== undefined && rules.length === 0 && <p className="quiet">{t.affairs.nothing}</p>}
      <ul className="cards">
        {rules.map(({ entry, tenant, countyName, title, shown }) => (
          <li className="card" key={entry}>
            <strong>{title}</strong>
            <span className="quiet">{countyName}</span>
            <p className="text">{shown?.text}</p>
            <button
              type="button"
              onClick={() => onAdopt({ source: tenant, rule: entry, title, text: shown?.text ?? '' })}
            >
              {t.affairs.adopt}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
