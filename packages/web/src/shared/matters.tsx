import { findMatter, keysOf, type Matter, relations } from '@xieshang/rules'
import { useTexts } from '../texts/language.ts'

/** A catalogue by its five relations: what is in force, what belongs to the assembly, and what is withdrawn. */
export function MatterList({ matters }: { matters: readonly Matter[] }) {
  const { t, language } = useTexts()
  return keysOf(relations).map((relation) => (
    <section className="card" key={relation}>
      <h2>{relations[relation][language]}</h2>
      <ul className="matters">
        {matters
          .filter((matter) => matter.relation === relation)
          .map((matter) => (
            <li key={matter.code}>
              <span className="quiet">{matter.code}</span> {matter.label[language]}{' '}
              {findMatter(matter.code) === undefined && <span className="badge">{t.ownMatter}</span>}{' '}
              {matter.assembly && <span className="badge">{t.majorTitle}</span>}{' '}
              {matter.withdrawn === true && <span className="badge failed">{t.withdrawn}</span>}
            </li>
          ))}
      </ul>
    </section>
  ))
}
