import { openEntryActs } from '@xieshang/acts'
import { within } from '@xieshang/kernel'
import { askSchema, cityActSchema, commandFrom } from '@xieshang/rules'
import { openConsultations, openEntries, openSummaries } from '@xieshang/store'
import { county } from '../wiring/county.ts'
import { logOf } from '../wiring/log.ts'
import { queueFunction } from '../wiring/queue.ts'

const { tenant, table } = county()
const acts = openEntryActs({ entries: openEntries(table), consultations: openConsultations(table) })
const summaries = openSummaries(table)
const log = logOf('inbox')

/** What the city sent, done on the county's own register as anybody's act is: decided on what stands now, once. */
async function act(message: unknown): Promise<void> {
  const act = cityActSchema.parse(message)
  if (!within(act.division, tenant)) throw new Error('It is meant for another county')
  const outcome = await acts.run({
    id: act.note,
    command: commandFrom(act),
    tenant,
    actor: { ...act.by, role: 'city' },
    now: act.at,
    request: { sub: act.by.sub, key: act.key, fingerprint: act.fingerprint },
  })
  if (outcome.kind === 'busy') throw new Error('The note keeps changing')
  // The register moved on while the message was on its way: the city sees how it stands, and trying again mends nothing.
  if (outcome.kind !== 'done')
    log.warn('act of the city not taken', { note: act.note, act: act.act, why: outcome.kind })
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
