import { askSchema } from '@xieshang/rules'
import { openSummaries } from '@xieshang/store'
import { county } from '../wiring/county.ts'
import { logOf } from '../wiring/log.ts'
import { queueFunction } from '../wiring/queue.ts'

const { tenant, table } = county()
const summaries = openSummaries(table)
const log = logOf('inbox')

async function act(message: unknown): Promise<void> {
  // Most messages ask for a summary, which needs no register.
  const { takeAct } = await import('./act.ts')
  const taken = await takeAct(table, tenant, message)
  if (taken.why !== undefined) log.warn('act of the city not taken', taken)
}

/** The city missed a version of a summary, or doubts one: it is said again, by the outbox. */
async function answer(message: unknown): Promise<void> {
  const ask = askSchema.parse(message)
  if (ask.county !== tenant) throw new Error('It is meant for another county')
  await summaries.answer(ask, new Date().toISOString())
}

function take(body: string): Promise<void> {
  const message: unknown = JSON.parse(body)
  return typeof message === 'object' && message !== null && 'ask' in message ? answer(message) : act(message)
}

/** Takes in what the city sends to this county; what cannot be taken stays in the queue. */
export const handler = queueFunction(log, ({ body }) => take(body))
