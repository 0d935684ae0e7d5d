import { type SeatSet, seatsIn } from '@xieshang/rules'
import { type ReactNode, useState } from 'react'
import { type Seat, staffOf } from '../api/staff.ts'
import { Loading, ProblemBox } from '../shared/parts.tsx'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'
import type { Acting } from './acting.ts'

/** As many seats are shown at once. */
const perPage = 200

const load = async (key: string) => {
  const [county = '', id = '', cursor = '', of = ''] = key.split('|')
  return (await staffOf(county).seats(id, { cursor, ...(of !== '' && { of }) })).seats
}

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
  const { data, error, reload } = useLoad(load, `${county}|${consultation.id}|${last}|${of ?? ''}`, 10_000)
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
      {data === undefined ? (
        error === undefined ? (
          <Loading />
        ) : (
          <ProblemBox error={error} retry={reload} />
        )
      ) : (
        children(data)
      )}
    </>
  )
}
