import type { Table } from '../table/table.ts'
import { openDutyLists } from './duties.ts'
import { openOwing } from './owing.ts'
import { openReports } from './reports.ts'
import { openSettings } from './settings.ts'

/** What is owed: worked out, and in its lists. */
export function openDuties(table: Table, reports = openReports(table), settings = openSettings(table)) {
  const lists = openDutyLists(table)
  return { ...lists, ...openOwing({ table, lists, reports, settings }) }
}
