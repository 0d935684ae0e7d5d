import { sharedEntrySchema } from '@xieshang/rules/registers'
import type { Table } from '@xieshang/store'
import { openCityStore } from '@xieshang/store/city'

/** Takes in what a county shares of its registers (G9). */
export const takeEntry = (table: Table, message: unknown): Promise<boolean> =>
  openCityStore(table).applyEntry(sharedEntrySchema.parse(message))
