import { useQuery } from '@tanstack/react-query'
import type { PlaceCode } from '@xieshang/kernel'
import { fillFromTemplate, participantClasses } from '@xieshang/rules'
import type { Person } from '../../api/staff.ts'
import { templateQuery } from '../../queries/place.ts'
import { ProblemBox } from '../../shared/parts.tsx'
import { useTexts } from '../../texts/language.ts'

/** S3: “6+X”: the fixed groups are picked from the register at one touch. */
export function TemplateFill({
  village,
  people,
  onFill,
}: {
  village: PlaceCode
  people: readonly Person[]
  onFill: (picked: readonly Person[]) => void
}) {
  const { t, language } = useTexts()
  const { data, error, refetch } = useQuery(templateQuery(village))
  if (data === undefined) return <ProblemBox error={error} retry={refetch} />
  const { template } = data
  return (
    <div className="inner">
      <button type="button" onClick={() => onFill(fillFromTemplate(template, people))}>
        {t.fillTemplate(template.name)}
      </button>
      <p className="quiet">
        {t.fillHint}{' '}
        {template.groups
          .map(({ class: kind, count }) => `${participantClasses[kind].label[language]} ${count ?? t.templateAll}`)
          .join(' · ')}
      </p>
    </div>
  )
}
