import { type Choice, type Ground, keysOf, noSeats, choices as paperChoices, seatSet } from '@xieshang/rules'
import type { Seat } from '../../api/staff.ts'
import { SeatPages } from '../../office/seatPages.tsx'
import { useTexts } from '../../texts/language.ts'
import { type Of, useForm } from '../context.ts'
import { type Draft, rowsOf, wordsOf } from '../values.ts'
import { Grouped, Labelled } from './labelled.tsx'

const seatOf = (row: Draft) => Number(wordsOf(row.seat))
const bySeat = (a: Draft, b: Draft) => seatOf(a) - seatOf(b)

const roundIn = ({ state, known: { round } }: Ground) => state?.rounds.find((one) => one.round === round)

/** P6a: who returned a paper, and what stands on each. */
export function Papers(props: Of<'papers'>) {
  const { ground, acting } = useForm()
  const rows = rowsOf(props.typed)
  const round = roundIn(ground)
  if (acting === undefined || round === undefined) return null
  const blank = (seat: number): Draft => ({
    seat: String(seat),
    choices: round.items.map((item) => ({ item: String(item), choice: '', words: '' })),
  })
  const change = (next: readonly Draft[]) => props.onChange(next.toSorted(bySeat))
  return (
    <>
      <Grouped {...props} className="choices">
        <SeatPages acting={acting} of={round.paper ?? noSeats}>
          {(seats) =>
            seats.map(({ seat, name }) => (
              <label key={seat}>
                <input
                  type="checkbox"
                  checked={rows.some((row) => seatOf(row) === seat)}
                  onChange={({ target }) =>
                    change(target.checked ? [...rows, blank(seat)] : rows.filter((row) => seatOf(row) !== seat))
                  }
                />
                <span>
                  {seat}. {name}
                </span>
              </label>
            ))
          }
        </SeatPages>
      </Grouped>
      <SeatPages acting={acting} of={seatSet(rows.map(seatOf))}>
        {(seats) =>
          seats.flatMap((seat) => {
            const row = rows.find((one) => seatOf(one) === seat.seat)
            return row === undefined ? (
              []
            ) : (
              <Paper
                key={seat.seat}
                seat={seat}
                row={row}
                id={props.id}
                onChange={(next) => change(rows.map((one) => (one === row ? next : one)))}
              />
            )
          })
        }
      </SeatPages>
    </>
  )
}

/** One named paper: a choice on each item, and the words that stand with a vote against (P9f). */
function Paper({
  seat: { seat, name },
  row,
  id,
  onChange,
}: {
  seat: Seat
  row: Draft
  id: string
  onChange: (row: Draft) => void
}) {
  const { t } = useTexts()
  const { ground } = useForm()
  const all = rowsOf(row.choices)
  return (
    <fieldset className="fact">
      <legend>
        {seat}. {name}
      </legend>
      {all.map((one, index) => {
        const item = Number(wordsOf(one.item))
        const at = `${id}-${seat}-${item}`
        const change = (part: Draft) => onChange({ ...row, choices: all.with(index, { ...one, ...part }) })
        return (
          <fieldset key={item}>
            <legend className="light">
              {t.item(item)} {ground.state?.items.find((other) => other.item === item)?.title}
            </legend>
            <div className="choices">
              {keysOf(paperChoices).map((choice: Choice) => (
                <label key={choice}>
                  <input type="radio" name={at} checked={one.choice === choice} onChange={() => change({ choice })} />
                  <span>{t[choice]}</span>
                </label>
              ))}
            </div>
            {one.choice === 'no' && (
              <Labelled id={at} label={t.whyNot} hint="">
                <textarea
                  id={at}
                  rows={3}
                  maxLength={300}
                  value={wordsOf(one.words)}
                  onChange={({ target }) => change({ words: target.value })}
                />
              </Labelled>
            )}
          </fieldset>
        )
      })}
    </fieldset>
  )
}
