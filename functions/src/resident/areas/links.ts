import { openBallots, openConsultations, openOpinions, openPlaces, openSeats } from '@xieshang/store'
import { county } from '../../wiring/county.ts'
import { linkOperations } from '../links.ts'
import { openFunction } from '../open.ts'

const { table } = county()

/** What the holder of a personal link can do. */
export const handler = openFunction(
  linkOperations({
    consultations: openConsultations(table),
    seats: openSeats(table),
    opinions: openOpinions(table),
    ballots: openBallots(table),
    places: openPlaces(table),
  }),
)
