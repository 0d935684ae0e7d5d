import { notExists } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { keys } from './keys.ts'

/** How far the pass of a day has come: over the consultations, then over the places, each in the order of a list. */
export type Pass = {
  readonly day: string
  readonly stage: 'consultations' | 'places' | 'done'
  /** Where the next page begins; none at the beginning of a stage. */
  readonly from?: string
}

/** Where the daily pass over everything stands, so that one that was cut off goes on where it was. */
export function openDailyPass(table: Table) {
  return {
    /** The pass of a day as it stands; one of an earlier day is over, however far it came. */
    async of(day: string): Promise<Pass> {
      const item = await table.get(keys.dailyPass)
      const kept = item === undefined ? undefined : (JSON.parse(String(item.pass)) as Pass)
      if (kept?.day === day) return kept
      await table.put({ ...keys.dutiesSince, day }, notExists)
      return { day, stage: 'consultations' }
    },

    async save(pass: Pass): Promise<void> {
      await table.put({ ...keys.dailyPass, pass: JSON.stringify(pass) })
    },
  }
}
