import type { PlaceCode } from '@xieshang/kernel'
import { sharedQuery } from '../queries/city.ts'
import { Pages } from '../queries/pages.tsx'
import { useTexts } from '../texts/language.ts'

/** G9: rules of the other counties, each with a button that begins its adoption. */
export function Adoptable({
  own,
  onAdopt,
}: {
  own: PlaceCode
  onAdopt: (values: Readonly<Record<string, unknown>>) => void
}) {
  const { t, language } = useTexts()
  return (
    <section>
      <h2>{t.affairs.fromCity}</h2>
      <Pages query={sharedQuery('countyRule')}>
        {({ entries }, { first }) => (
          <>
            {first && entries.length === 0 && <p className="quiet">{t.affairs.nothing}</p>}
            <ul className="cards">
              {entries
                .filter(({ tenant, status }) => tenant !== own && status === 'active')
                .map(({ entry, tenant, countyName, title, shown }) => (
                  <li className="card" key={entry}>
                    <strong>{title[language]}</strong>
                    <span className="quiet">{countyName}</span>
                    <p className="text">{shown?.text}</p>
                    <button
                      type="button"
                      onClick={() => onAdopt({ source: tenant, rule: entry, title: title.zh, text: shown?.text ?? '' })}
                    >
                      {t.affairs.adopt}
                    </button>
                  </li>
                ))}
            </ul>
          </>
        )}
      </Pages>
    </section>
  )
}
