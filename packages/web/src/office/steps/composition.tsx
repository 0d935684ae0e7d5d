import {
  keysOf,
  type ParticipantCategory,
  type ParticipantGroup,
  participantCategories,
  participantGroups,
} from '@xieshang/rules'
import { Bars } from '../../shared/bars.tsx'
import { useTexts } from '../../texts/language.ts'

/** S3: how many of each group and category are on a list. */
export function Composition({
  people,
  groups,
}: {
  people: readonly { readonly category: ParticipantCategory }[]
  /** How many each group has, where not everybody is at hand. */
  groups?: Readonly<Record<ParticipantGroup, number>>
}) {
  const { t, language } = useTexts()
  const count = (of: (category: ParticipantCategory) => boolean) => people.filter(({ category }) => of(category)).length
  const categories = keysOf(participantCategories)
    .map((category) => ({
      label: participantCategories[category].label[language],
      count: count((one) => one === category),
    }))
    .filter((row) => row.count > 0)
  return (
    <details open>
      <summary>{t.compositionTitle}</summary>
      <Bars
        title=""
        rows={keysOf(participantGroups).map((group) => ({
          label: participantGroups[group][language],
          count: groups?.[group] ?? count((category) => participantCategories[category].group === group),
        }))}
      />
      {categories.length > 0 && <Bars title={t.category} rows={categories} />}
    </details>
  )
}
