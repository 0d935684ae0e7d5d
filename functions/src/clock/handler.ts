import { openActs } from '@xieshang/acts'
import { openMailbox } from '@xieshang/store'
import { roomsOfActs } from '../wiring/acts.ts'
import { county } from '../wiring/county.ts'
import { logOf } from '../wiring/log.ts'
import { scheduledFunction } from '../wiring/schedule.ts'
import { withSecrets } from '../wiring/secrets.ts'
import { closeDue } from './closeDue.ts'

const { tenant, table } = county()
const { secrets, people } = withSecrets(table, tenant)
const mailbox = openMailbox(table, secrets)
const store = roomsOfActs(table)
const acts = openActs({ store, people, secrets })
const log = logOf('clock')

/** Closes rounds whose time is over; the counting follows. */
export const handler = scheduledFunction(log, 'rounds', async (now) => {
  const closing = closeDue(store.consultations, acts, tenant, now, (due, error) =>
    log.error('round not closed', { error, consultation: due.consultation, round: due.round }),
  )
  // The mailbox is for topics that were registered before residents could apply.
  const [closed] = await Promise.all([closing, mailbox.ensure()])
  return closed
})
