import { notExists } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { dailyPass, dutiesSince, type Pass } from './entities/duties.ts'

/** Where the daily pass over everything stands, so that one that was cut off goes on where it was. */
export function openDailyPass(table: Table) {
  return {
    /** The pass of a day as it stands; one of an earlier day is over, however far it came. */
    async of(day: string): Promise<Pass> {
      const item = await table.get(dailyPass.key({}))
      const kept = item === undefined ? undefined : dailyPass.read(item).pass
      if (kept?.day === day) return kept
      await table.put(dutiesSince.item({ day }), notExists)
      return { day, stage: 'consultations' }
    },

    async save(pass: Pass): Promise<void> {
      await table.put(dailyPass.item({ pass }))
    },
  }
}
