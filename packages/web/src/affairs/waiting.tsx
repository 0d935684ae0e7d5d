import { tenantOf } from '@xieshang/kernel'
import { type EntryKind, entryKinds } from '@xieshang/rules'
import { affairsOf } from '../api/affairs.ts'
import { Pages, partsOf } from '../shared/pages.tsx'
import { useTexts } from '../texts/language.ts'
import { Card } from './list.tsx'

/** Kinds in which somebody waits for somebody's answer. Supervision notes are duties, and stand among them. */
const asked = ['referral', 'suggestion', 'mobilisation'] as const satisfies readonly EntryKind[]

const load = (key: string) => {
  const { of, cursor } = partsOf(key)
  const [kind = '', division = ''] = of.split('/')
  return affairsOf(tenantOf(division)).list(kind as EntryKind, division, { open: true, cursor })
}

/** What is asked at a place and below it and not settled yet (G1, G4, G5); nothing where nothing is. */
export function Waiting({ division }: { division: string }) {
  const { t, language } = useTexts()
  return asked.map((kind) => (
    <Pages key={kind} load={load} of={`${kind}/${division}`} quiet>
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
