import type { EntryKind } from '@xieshang/rules'
import { affairsOf, type EntryCard } from '../api/affairs.ts'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'
import { Card } from './list.tsx'

/** Kinds in which somebody waits for somebody's answer. Supervision notes are duties, and stand among them. */
const asked = ['referral', 'suggestion', 'mobilisation'] as const satisfies readonly EntryKind[]

const isOpen = ({ status }: EntryCard) => status === 'open' || status === 'sentBack'

const load = async (division: string) => {
  const { list } = affairsOf(division.slice(0, 6))
  const pages = await Promise.all(asked.map((kind) => list(kind, division)))
  return pages.flatMap(({ entries }) => entries).filter(isOpen)
}

/** What is asked at a place and below it and not settled yet (G1, G4, G5); nothing where nothing is. */
export function Waiting({ division }: { division: string }) {
  const { t } = useTexts()
  const { data } = useLoad(load, division)
  if (data === undefined || data.length === 0) return null
  return (
    <section>
      <h2>{t.affairs.waiting}</h2>
      <ul className="cards">
        {data.map((card) => (
          <Card key={card.id} division={division} card={card} named />
        ))}
      </ul>
    </section>
  )
}
