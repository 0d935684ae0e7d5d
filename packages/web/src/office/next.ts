import type { Step } from '@xieshang/rules'
import type { Texts } from '../texts/zh.ts'

/** What an officer has to do next, from where the consultation stands. */
export function nextOf(step: Step, t: Texts): string {
  const next: { readonly [step in Step]: string } = {
    proposed: t.registerTopic,
    returned: t.resubmit,
    registered: t.stepParticipants,
    listed: t.issueNotice,
    notified: t.openSession,
    deliberating: t.openRound,
    voting: t.closeRound,
    decided: t.fileRecord,
    filed: t.publish,
    published: t.addTask,
    carryingOut: t.carryOut,
    closed: t.none,
  }
  return next[step]
}
