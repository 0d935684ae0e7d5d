import { openBallots, openConsultations, openDeliveries, openLists } from '@xieshang/store'
import type { SQSRecord } from 'aws-lambda'
import { county } from '../wiring/county.ts'
import { logOf } from '../wiring/log.ts'
import { queueFunction } from '../wiring/queue.ts'
import { withSecrets } from '../wiring/secrets.ts'
import { waitingIn } from '../wiring/waiting.ts'
import { stepSchema } from './step.ts'
import { takeStep } from './take.ts'

const { tenant, table } = county()
const store = {
  consultations: openConsultations(table),
  participants: openLists(table),
  ballots: openBallots(table),
  deliveries: openDeliveries(table),
}
const { secrets } = withSecrets(table, tenant)
const showAgain = waitingIn()

/** Seconds until a step is tried again, by how often it was. The queue lays it aside after twenty times. */
const waits = [1, 2, 5, 10, 20, 30]
const longest = 60

async function take(record: SQSRecord): Promise<void> {
  const step = stepSchema.parse(JSON.parse(record.body))
  try {
    await takeStep({ store, secrets }, step)
  } catch (error) {
    const tried = Number(record.attributes.ApproximateReceiveCount)
    await showAgain(record, waits[tried - 1] ?? longest)
    throw error
  }
}

/** Does long acts page by page; a page that cannot be done yet stays in the queue and is soon tried again. */
export const handler = queueFunction(logOf('steps'), take)
