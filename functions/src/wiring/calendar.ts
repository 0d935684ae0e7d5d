import type { Calendar } from '@xieshang/rules'
import chineseDays from 'chinese-days'

const dayMs = 86_400_000
const dayAfter = (day: string) => new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10)

/** Working days as the State Council decrees them; of years without a decree yet, the weekdays that are no holiday. */
export const chinaCalendar: Calendar = {
  addWorkdays: (day, count) => {
    let at = day
    for (let left = count; left > 0; ) {
      at = dayAfter(at)
      if (chineseDays.isWorkday(at)) left--
    }
    return at
  },
}
