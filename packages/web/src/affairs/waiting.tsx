import type { PlaceCode } from '@xieshang/kernel'
import type { EntryKind } from '@xieshang/rules'
import { entryKinds } from '@xieshang/rules/registers'
import { Pages } from '../queries/pages.tsx'
import { entriesQuery } from '../queries/registers.ts'
import { useTexts } from '../texts/language.ts'
import { Card } from './list.tsx'

/** Kinds in which somebody waits for somebody's answer. Supervision notes are duties, and stand among them. */
const asked = ['referral', 'suggestion', 'mobilisation'] as const satisfies readonly EntryKind[]

/** What is asked at a place and below it and not settled yet (G1, G4, G5); nothing where nothing is. */
export function Waiting({ division }: { division: PlaceCode }) {
  const { t, language } = useTexts()
  return asked.map((kind) => (
    <Pages key={kind} query={entriesQuery({ kind, division, open: true })} quiet>
      {({ entries }, { first }) =>
        entries.length > 0 && (
          <section>
            {first && (
              <h2>
                {t.affairs.waiting} · {entryKinds[kind].label[language]}
              </h2>
            )}
            <ul className="cards">
              {entries.map((card) => (
                <Card key={card.id} division={division} card={card} />
              ))}
            </ul>
          </section>
        )
      }
    </Pages>
  ))
}
