import { secondsOf } from '@xieshang/kernel'
import type { Table } from '../table/table.ts'
import * as entities from './entities/index.ts'

/** How much one caller may do: so many at once, and then one more after each interval. */
export type Rate = { readonly burst: number; readonly everyMs: number }

/**
 * Slows who does too much, and nobody else: a row per caller holds the instant until which what it did is paid off. One
 * write as long as a caller is within its rate; rows go by themselves.
 */
export function openRates(table: Table) {
  return {
    /**
     * @param caller a keyed hash of who it is and the day; never an address
     * @returns the seconds to wait, or 0 when it may go on
     */
    async take(caller: string, { burst, everyMs }: Rate, now: string): Promise<number> {
      const key = entities.rate.key({ caller })
      const at = Date.parse(now)
      const expiresAt = secondsOf(now) + Math.ceil((burst * everyMs) / 1000) + 86_400
      const fresh = await table.update(
        key,
        { set: { until: at + everyMs, expiresAt } },
        { expression: 'attribute_not_exists(#until) OR #until <= :at', values: { at } },
      )
      if (fresh) return 0
      const further = await table.update(
        key,
        { add: { until: everyMs }, set: { expiresAt } },
        { expression: '#until <= :most', values: { most: at + (burst - 1) * everyMs } },
      )
      if (further) return 0
      const until = Number((await table.get(key))?.until ?? at)
      return Math.max(1, Math.ceil((until - at - (burst - 1) * everyMs) / 1000))
    },
  }
}
