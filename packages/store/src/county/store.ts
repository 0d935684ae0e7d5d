import type { Table } from '../table/table.ts'
import { openBallots } from './ballots.ts'
import { openConsultations } from './consultations.ts'
import { openDeliveries } from './deliveries.ts'
import { openEntries } from './entries.ts'
import { openOpinions } from './opinions.ts'
import { openReports } from './reports.ts'
import { openSeats } from './seats.ts'
import { openSettings } from './settings.ts'
import { openSummaries } from './summaries.ts'

/** A county's table, room by room. */
export function openCountyStore(table: Table) {
  return {
    consultations: openConsultations(table),
    seats: openSeats(table),
    ballots: openBallots(table),
    opinions: openOpinions(table),
    deliveries: openDeliveries(table),
    settings: openSettings(table),
    summaries: openSummaries(table),
    entries: openEntries(table),
    reports: openReports(table),
  }
}

export type CountyStore = ReturnType<typeof openCountyStore>
