import { useQuery } from '@tanstack/react-query'
import { type SeatSet, seatsIn } from '@xieshang/rules'
import { type ReactNode, useState } from 'react'
import type { Seat } from '../api/staff.ts'
import { Awaited } from '../queries/awaited.tsx'
import { seatsQuery } from '../queries/consultation.ts'
import { useTexts } from '../texts/language.ts'
import type { Acting } from './acting.ts'

/** As many seats are shown at once. */
const perPage = 200

type Shown = (seats: readonly Seat[]) => ReactNode

/** The seats of a list, or of a set of them, a page at a time: a list of thousands is never loaded whole. */
export function SeatPages({ acting, of, children }: { acting: Acting; of?: SeatSet; children: Shown }) {
  const listed = acting.consultation.list?.listed ?? 0
  if (listed > perPage)
    return (
      <Paged key={of} acting={acting} of={of} total={of === undefined ? listed : seatsIn(of).length}>
        {children}
      </Paged>
    )
  const wanted = of === undefined ? undefined : new Set(seatsIn(of))
  return children(acting.seats.filter(({ seat }) => wanted === undefined || wanted.has(seat)))
}

function Paged({
  acting: { county, consultation },
  of,
  total,
  children,
}: {
  acting: Acting
  of: SeatSet | undefined
  total: number
  children: Shown
}) {
  const { t } = useTexts()
  const [page, setPage] = useState(0)
  const before = page * perPage
  const last = of === undefined ? before : (seatsIn(of)[before - 1] ?? 0)
  const query = useQuery({
    ...seatsQuery({ county, id: consultation.id }, { after: last, of }),
    refetchInterval: 10_000,
  })
  return (
    <>
      <nav className="row" aria-label={t.seatPages}>
        <button type="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
          {t.previousPage}
        </button>
        <span role="status">{t.seatRange(Math.min(before + 1, total), Math.min(before + perPage, total), total)}</span>
        <button type="button" disabled={before + perPage >= total} onClick={() => setPage(page + 1)}>
          {t.nextPage}
        </button>
      </nav>
      {query.data === undefined ? <Awaited query={query} /> : children(query.data.seats)}
    </>
  )
}
