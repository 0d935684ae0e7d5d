import { useQuery } from '@tanstack/react-query'
import type { PlaceCode } from '@xieshang/kernel'
import { keysOf, yuanOf } from '@xieshang/rules'
import { subsidyCategories } from '@xieshang/rules/registers'
import { ledgerQuery } from '../queries/registers.ts'
import { now } from '../shared/clock.ts'
import { ProblemBox } from '../shared/parts.tsx'
import { localOf } from '../shared/time.ts'
import { useTexts } from '../texts/language.ts'

/** G7: what was decided and paid this year at a place and below it, by what it was paid for. */
export function LedgerTable({ division }: { division: PlaceCode }) {
  const { t, language } = useTexts()
  const a = t.affairs
  const year = Number(localOf(now()).slice(0, 4))
  const { data, error, refetch } = useQuery(ledgerQuery(division, year))
  const lines =
    data === undefined
      ? []
      : [
          { label: a.limit, fen: data.limit },
          ...keysOf(subsidyCategories).map((one) => ({
            label: subsidyCategories[one][language],
            fen: data.byCategory[one] ?? 0,
          })),
          { label: a.paid, fen: data.paid },
        ]
  return (
    <section>
      <h2>{a.ledger(year)}</h2>
      <ProblemBox error={error} retry={refetch} />
      <div className="scroll">
        <table>
          <tbody>
            {lines.map(({ label, fen }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{a.yuan(yuanOf(fen))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
