import { openActs } from '@xieshang/acts'
import { createLog } from '@xieshang/http'
import { county } from '../wiring/county.ts'
import { withSecrets } from '../wiring/secrets.ts'
import { closeDue } from './closeDue.ts'

const { tenant, table, store } = county()
const { secrets, people, mailbox } = withSecrets(table, tenant)
const acts = openActs({ store, people, secrets })
const log = createLog({ function: 'clock', tenant })

/** Closes rounds whose time is over; the counting follows. */
export async function handler() {
  // For topics that were registered before residents could apply.
  await mailbox.ensure()
  const done = await closeDue(store.consultations, acts, tenant, new Date().toISOString(), (due, error) =>
    log.error('round not closed', { error, consultation: due.consultation, round: due.round }),
  )
  log.info('rounds', done)
  return done
}
