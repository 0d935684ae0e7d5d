import {
  openBallots,
  openClosings,
  openConsultations,
  openLists,
  openOpinions,
  openPhotos,
  openSeats,
  openSettings,
  type Table,
} from '@xieshang/store'

/** The rooms of a county's table in which commands are carried out. */
export const roomsOfActs = (table: Table) => ({
  consultations: openConsultations(table),
  seats: openSeats(table),
  participants: openLists(table),
  ballots: openBallots(table),
  closings: openClosings(table),
  opinions: openOpinions(table),
  photos: openPhotos(table),
  settings: openSettings(table),
})
