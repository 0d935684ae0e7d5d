import { county } from '../wiring/county.ts'
import { withSecrets } from '../wiring/secrets.ts'
import { makeBallots } from './ballots.ts'
import { prepareDeliveries } from './deliveries.ts'
import { makeSeats } from './seats.ts'
import type { Step, StepAct } from './step.ts'

const { tenant, table, store } = county()
const { secrets } = withSecrets(table, tenant)

/** What each act does for one page of seats. A step may come twice, late and out of order. */
export const acts: Readonly<Record<StepAct, (step: Step) => Promise<void>>> = {
  seats: (step) => makeSeats(store, secrets, step),
  deliveries: (step) => prepareDeliveries(store, step),
  // Nobody is called to a vote before there is a ballot.
  ballots: async (step) => {
    await makeBallots(store, step)
    await prepareDeliveries(store, step)
  },
}
