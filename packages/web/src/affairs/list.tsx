import { type EntryKind, entryKinds, entryStatuses } from '@xieshang/rules'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { affairsOf, type EntryCard } from '../api/affairs.ts'
import { Loading, ProblemBox } from '../shared/parts.tsx'
import { showDay } from '../shared/time.ts'
import { useTexts } from '../texts/language.ts'

const marks: { readonly [status in EntryCard['status']]?: string } = { annulled: 'failed', sentBack: 'failed' }

/** What a card shows in short: results, places, numbers; long texts are for the entry's own page. */
const factsOf = ({ shown }: EntryCard) => shown?.facts.filter(({ value }) => value.length <= 40) ?? []

/** One line of a list of entries; `named` where several kinds stand in one list. */
export function Card({ division, card, named = false }: { division: string; card: EntryCard; named?: boolean }) {
  const { t, language } = useTexts()
  const { timing } = card
  return (
    <li>
      <Link className="card" href={`/office/affairs/${division}/${card.kind}/${card.id}`}>
        <strong>{card.title}</strong>
        <span className="quiet">
          {named && `${entryKinds[card.kind].label[language]} · `}
          {card.divisionName} · {showDay(card.createdAt, language)}
        </span>
        {factsOf(card).length > 0 && (
          <span className="quiet">
            {factsOf(card)
              .map(({ label, value }) => `${label[language]}：${value}`)
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

type Loaded = {
  readonly entries: readonly EntryCard[]
  readonly above: readonly EntryCard[]
  readonly cursor?: string | undefined
}

/** The entries of a kind at a place and below it, newest first, page by page. */
export function EntryList({ division, kind }: { division: string; kind: EntryKind }) {
  const { t } = useTexts()
  const [loaded, setLoaded] = useState<Loaded>()
  const [error, setError] = useState<unknown>()
  const load = (before: Loaded | undefined) =>
    affairsOf(division.slice(0, 6))
      .list(kind, division, before?.cursor)
      .then((page) => {
        setError(undefined)
        setLoaded({
          entries: [...(before?.entries ?? []), ...page.entries],
          above: before?.above ?? page.above,
          cursor: page.cursor,
        })
      }, setError)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list begins anew for another place or kind only
  useEffect(() => {
    setLoaded(undefined)
    void load(undefined)
  }, [division, kind])
  return (
    <section>
      <ProblemBox error={error} retry={() => void load(loaded)} />
      {loaded === undefined && error === undefined && <Loading />}
      {loaded !== undefined && loaded.entries.length + loaded.above.length === 0 && (
        <p className="quiet">{t.affairs.nothing}</p>
      )}
      <ul className="cards">
        {loaded?.entries.map((card) => (
          <Card key={card.id} division={division} card={card} />
        ))}
      </ul>
      {loaded?.cursor !== undefined && (
        <button type="button" onClick={() => void load(loaded)}>
          {t.more}
        </button>
      )}
      {loaded !== undefined && loaded.above.length > 0 && (
        <>
          <h2>{t.affairs.above}</h2>
          <ul className="cards">
            {loaded.above.map((card) => (
              <Card key={card.id} division={division} card={card} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
