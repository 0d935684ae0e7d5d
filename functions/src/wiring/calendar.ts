import type { Calendar } from '@xieshang/rules'
// By its name: the whole of the package knows the moon as well.
import { isWorkday } from 'chinese-days'

const dayMs = 86_400_000
const dayAfter = (day: string) => new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10)

/** Working days as the State Council decrees them; of years without a decree yet, the weekdays that are no holiday. */
export const chinaCalendar: Calendar = {
  addWorkdays: (day, count) => {
    let at = day
    for (let left = count; left > 0; ) {
      at = dayAfter(at)
      if (isWorkday(at)) left--
    }
    return at
  },
}
