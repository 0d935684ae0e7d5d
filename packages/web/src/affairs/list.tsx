import type { PlaceCode } from '@xieshang/kernel'
import type { EntryKind } from '@xieshang/rules'
import { entryStatuses } from '@xieshang/rules/registers'
import { useState } from 'react'
import { Link } from 'wouter'
import type { EntryCard } from '../api/affairs.ts'
import { Pages } from '../queries/pages.tsx'
import { entriesQuery } from '../queries/registers.ts'
import { address } from '../shared/addresses.ts'
import { factWords } from '../shared/factWords.ts'
import { showDay } from '../shared/time.ts'
import { useTexts } from '../texts/language.ts'

const marks: { readonly [status in EntryCard['status']]?: string } = { annulled: 'failed', sentBack: 'failed' }

/** What a card shows in short: results, places, numbers; long texts are for the entry's own page. */
const factsOf = ({ shown }: EntryCard) => shown?.facts.filter(({ value }) => value.length <= 40) ?? []

/** One line of a list of entries. */
export function Card({ division, card }: { division: PlaceCode; card: EntryCard }) {
  const { t, language } = useTexts()
  const { timing } = card
  return (
    <li>
      <Link className="card" href={address.entry({ division, kind: card.kind, id: card.id })}>
        <strong>{card.title[language]}</strong>
        <span className="quiet">
          {card.divisionName} · {showDay(card.createdAt, language)}
        </span>
        {factsOf(card).length > 0 && (
          <span className="quiet">
            {factsOf(card)
              .map((fact) => `${fact.label[language]}：${factWords(fact, language)}`)
              .join(' · ')}
          </span>
        )}
        <span className="row">
          <span className={`badge ${marks[card.status] ?? ''}`}>{entryStatuses[card.status][language]}</span>
          {timing !== 'none' && (
            <span className={timing === 'overdue' || timing === 'metLate' ? 'todo late' : 'todo'}>
              {t.affairs.timing[timing]} {card.due !== undefined && timing !== 'met' && t.affairs.until(card.due)}
            </span>
          )}
        </span>
      </Link>
    </li>
  )
}

/** The entries of a kind at a place and below it, newest first, page by page. */
export function EntryList({ division, kind }: { division: PlaceCode; kind: EntryKind }) {
  const { t } = useTexts()
  return (
    <section>
      <Pages query={entriesQuery({ kind, division })}>
        {({ entries, above, aboveGoesOn = [] }, { first }) => (
          <>
            {first && entries.length + above.length === 0 && <p className="quiet">{t.affairs.nothing}</p>}
            <Cards division={division} entries={entries} />
            {above.length > 0 && (
              <>
                <h2>{t.affairs.above}</h2>
                <Cards division={division} entries={above} />
                {aboveGoesOn.map((from) => (
                  <MoreAbove key={from.division} division={division} kind={kind} from={from} />
                ))}
              </>
            )}
          </>
        )}
      </Pages>
    </section>
  )
}

const Cards = ({ division, entries }: { division: PlaceCode; entries: readonly EntryCard[] }) => (
  <ul className="cards">
    {entries.map((card) => (
      <Card key={card.id} division={division} card={card} />
    ))}
  </ul>
)

type From = { readonly division: PlaceCode; readonly cursor: string }

/** What else a place above offers. */
function MoreAbove({ division, kind, from }: { division: PlaceCode; kind: EntryKind; from: From }) {
  const { t } = useTexts()
  const [asked, setAsked] = useState(false)
  return asked ? (
    <Pages query={entriesQuery({ kind, division: from.division, ownFrom: from.cursor })}>
      {({ entries }) => <Cards division={division} entries={entries} />}
    </Pages>
  ) : (
    <button type="button" onClick={() => setAsked(true)}>
      {t.more}
    </button>
  )
}
