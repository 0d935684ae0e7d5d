import { createLog } from '@xieshang/http'
import { commandOf, openActs } from '@xieshang/store'
import { county } from '../wiring/county.ts'
import { withSecrets } from '../wiring/secrets.ts'

const { tenant, table, store } = county()
const { secrets, people, mailbox } = withSecrets(table, tenant)
const acts = openActs({ store, people, secrets })
const log = createLog({ function: 'clock', tenant })

/** Closes rounds whose time is over and counts those whose closing was cut off. */
export async function handler(): Promise<{ finished: number; failed: number }> {
  const now = new Date().toISOString()
  // For topics that were registered before residents could apply.
  await mailbox.ensure()
  let finished = 0
  let failed = 0
  for (const due of await store.consultations.due(now)) {
    try {
      await acts.run({
        consultation: due.consultation,
        command: commandOf('closeRound', { round: due.round }),
        actor: { sub: 'system', name: '系统', role: 'system', division: tenant },
        now,
        authorise: () => undefined,
      })
      await store.consultations.notDue(due)
      finished++
    } catch (error) {
      failed++
      log.error('round not closed', { error, consultation: due.consultation, round: due.round })
    }
  }
  log.info('rounds', { finished, failed })
  return { finished, failed }
}
