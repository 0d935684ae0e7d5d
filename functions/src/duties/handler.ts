import type { PlaceCode } from '@xieshang/kernel'
import { dayOf } from '@xieshang/rules'
import {
  openConsultations,
  openDailyPass,
  openDuties,
  openPlaces,
  openSeatCounts,
  openSummaries,
} from '@xieshang/store'
import { county } from '../wiring/county.ts'
import { logOf } from '../wiring/log.ts'
import { scheduledFunction } from '../wiring/schedule.ts'
import { runPass, type Township } from './pass.ts'

const { tenant, table } = county()
const places = openPlaces(table)
const store = {
  consultations: openConsultations(table),
  seatCounts: openSeatCounts(table),
  summaries: openSummaries(table),
  duties: openDuties(table),
  dailyPass: openDailyPass(table),
}
const log = logOf('duties')

async function townshipsIn(county: PlaceCode): Promise<Township[]> {
  const { childrenOf } = await places.known()
  const townships = childrenOf(county).map(({ code }) => ({ code, villages: childrenOf(code).map((one) => one.code) }))
  // A pass over no place at all would count as this day's.
  if (townships.length === 0) throw new Error('The places of the county are not written yet')
  return townships
}

/** Time that is left to write down how far a page came. */
const reserveMs = 15_000

/**
 * Once a day (UTC+8) goes over every open consultation and every place, so that what begins by the calendar alone, a
 * quarter's council or a year's review, is listed. Called more often: a pass that was cut off goes on where it was.
 */
export const handler = scheduledFunction(log, 'duties', async (now, context) => {
  const townships = await townshipsIn(tenant)
  return runPass({
    store,
    tenant,
    townships,
    now,
    day: dayOf(now),
    goOn: () => context.getRemainingTimeInMillis() > reserveMs,
    failed: (what, error) => log.error('duties not worked out', { what, error }),
  })
})
