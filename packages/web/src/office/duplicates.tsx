import { participantClasses, possibleDuplicates } from '@xieshang/rules'
import type { Person } from '../api/staff.ts'
import { useTexts } from '../texts/language.ts'

/** S3: who may be on the register twice, so that nobody is put on a list twice. */
export function Duplicates({ people }: { people: readonly Person[] }) {
  const { t, language } = useTexts()
  const groups = possibleDuplicates(people)
  if (groups.length === 0) return null
  return (
    <details className="card">
      <summary>{t.duplicates(groups.length)}</summary>
      <p className="quiet">{t.duplicatesHint}</p>
      <ul>
        {groups.map(({ by, people: group }) => (
          <li key={`${by} ${group[0]?.id}`}>
            <strong>{by === 'name' ? group[0]?.name : (group[0]?.phone ?? '')}</strong>
            <span className="quiet">
              {' '}
              {t.duplicatesBy[by]}：
              {group
                .map(
                  ({ name, phone, class: kind }) =>
                    `${by === 'name' ? (phone ?? t.noPhone) : name}（${participantClasses[kind].label[language]}）`,
                )
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
