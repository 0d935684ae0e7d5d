import { seatsIn } from '@xieshang/rules'
import type { Seat } from '../../api/staff.ts'
import { SeatPages } from '../../office/seatPages.tsx'
import { smsText } from '../../shared/sms.ts'
import { useTexts } from '../../texts/language.ts'
import { type Of, useForm } from '../context.ts'
import { listOf } from '../values.ts'
import { Grouped } from './labelled.tsx'
import { TickBox } from './tickBox.tsx'

/** People of the list, a page at a time, each with a tick. */
export function Seats(props: Of<'seats'>) {
  const { t, language } = useTexts()
  const { ground, acting } = useForm()
  const { field, onChange } = props
  const set = field.of(ground)
  const everybody = seatsIn(set).map(String)
  const chosen = listOf(props.typed)
  const beside = (seat: Seat): string => {
    if (field.beside === 'sms') return ` ${smsText(t, seat)}`
    return field.beside === 'phone' && seat.phone === undefined ? t.withoutPhone : ''
  }
  const tick = (seat: string, on: boolean) => onChange(on ? [...chosen, seat] : chosen.filter((one) => one !== seat))
  return (
    <Grouped {...props} hint="">
      {field.all !== undefined && (
        <label className="tick">
          <input
            type="checkbox"
            checked={chosen.length === everybody.length}
            onChange={({ target }) => onChange(target.checked ? everybody : [])}
          />
          <strong>
            {field.all[language]} {t.people(everybody.length)}
          </strong>
        </label>
      )}
      {acting !== undefined && (
        <SeatPages acting={acting} of={set}>
          {(seats) => (
            <ul className="ticks">
              {seats.map((seat) => (
                <li key={seat.seat}>
                  <TickBox
                    checked={chosen.includes(String(seat.seat))}
                    onTick={(ticked) => tick(String(seat.seat), ticked)}
                  >
                    {seat.seat}. {seat.name}
                    <span className="quiet">{beside(seat)}</span>
                  </TickBox>
                </li>
              ))}
            </ul>
          )}
        </SeatPages>
      )}
    </Grouped>
  )
}
