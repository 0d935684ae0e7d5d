import { openPlaces } from '../places/places.ts'
import type { Table } from '../table/table.ts'
import { openApplications } from './applications.ts'
import { openAside } from './aside.ts'
import { openBallots } from './ballots.ts'
import { openClosings } from './closings.ts'
import { openConsultations } from './consultations.ts'
import { openDailyPass } from './dailyPass.ts'
import { openDeliveries } from './deliveries.ts'
import { openDissents } from './dissents.ts'
import { openEntries } from './entries.ts'
import { openImports } from './imports.ts'
import { openLists } from './lists.ts'
import { openDuties } from './openDuties.ts'
import { openOpinions } from './opinions.ts'
import { openPhotos } from './photos.ts'
import { openRates } from './rates.ts'
import { openReports } from './reports.ts'
import { openScreens } from './screens.ts'
import { openSeatCounts } from './seatCounts.ts'
import { openSeats } from './seats.ts'
import { openSettings } from './settings.ts'
import { openSummaries } from './summaries.ts'
import { openTemplates } from './templates.ts'
import { openTurnout } from './turnout.ts'

/** A county's table, room by room. Who needs a few of them opens those alone, and loads no other. */
export function openCountyStore(table: Table) {
  const reports = openReports(table)
  const settings = openSettings(table)
  const opinions = openOpinions(table)
  const turnout = openTurnout(table)
  const seatCounts = openSeatCounts(table, opinions)
  return {
    consultations: openConsultations(table),
    seats: openSeats(table),
    participants: openLists(table),
    ballots: openBallots(table),
    turnout,
    closings: openClosings(table),
    dissents: openDissents(table),
    opinions,
    applications: openApplications(table),
    rates: openRates(table),
    templates: openTemplates(table),
    imports: openImports(table),
    deliveries: openDeliveries(table),
    aside: openAside(table),
    photos: openPhotos(table),
    settings,
    screens: openScreens(table),
    seatCounts,
    summaries: openSummaries(table, seatCounts, turnout),
    entries: openEntries(table),
    reports,
    duties: openDuties(table, reports, settings),
    dailyPass: openDailyPass(table),
    places: openPlaces(table),
  }
}

export type CountyStore = ReturnType<typeof openCountyStore>
