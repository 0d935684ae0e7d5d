import { childrenOf } from '@xieshang/divisions'
import { createLog } from '@xieshang/http'
import { dayOf } from '@xieshang/rules'
import type { Context } from 'aws-lambda'
import { county } from '../wiring/county.ts'
import { runPass } from './pass.ts'

const { tenant, store } = county()
const log = createLog({ function: 'duties', tenant })

const townships = childrenOf(tenant).map(({ code }) => ({ code, villages: childrenOf(code).map((one) => one.code) }))

/** Time that is left to write down how far a page came. */
const reserveMs = 15_000

/**
 * Once a day (UTC+8) goes over every open consultation and every place, so that what begins by the calendar alone, a
 * quarter's council or a year's review, is listed. Called more often: a pass that was cut off goes on where it was.
 */
export async function handler(_event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>) {
  const now = new Date().toISOString()
  const counted = await runPass({
    store,
    tenant,
    townships,
    now,
    day: dayOf(now),
    goOn: () => context.getRemainingTimeInMillis() > reserveMs,
    failed: (what, error) => log.error('duties not worked out', { what, error }),
  })
  log.info('duties', counted)
  return counted
}
