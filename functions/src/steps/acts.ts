import { county } from '../wiring/county.ts'
import { prepareDeliveries } from './deliveries.ts'
import type { Step, StepAct } from './step.ts'

const { store } = county()

/** What each act does for one page of seats. A step may come twice, late and out of order. */
export const acts: Readonly<Record<StepAct, (step: Step) => Promise<void>>> = {
  deliveries: (step) => prepareDeliveries(store, step),
}
