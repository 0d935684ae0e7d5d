import { dayOf } from '@xieshang/kernel'
import type { Consultation } from '../consultation/state.ts'
import { postingTasks } from '../notice/posted.ts'
import { type Deadline, done } from './deadlines.ts'
import type { Duty } from './duty.ts'
import type { DutyFacts } from './facts.ts'
import { own, type Rows } from './own.ts'

/** Returned and proposed again, a topic waits from its return to the two; that is then the last thing that happened. */
export function registration(state: Consultation, due: Deadline): Rows {
  const { registered, returned, step } = state
  const again = returned !== undefined && step === 'proposed'
  const from = dayOf(again ? state.updatedAt : state.proposed.at)
  const answered = registered ?? (again ? undefined : returned)
  const who = own(state)
  return [
    {
      id: 'register',
      kind: 'register',
      who,
      due: due('register', from),
      ...done(answered === undefined ? undefined : dayOf(answered.at)),
    },
  ]
}

export function telling(state: Consultation, facts: DutyFacts, due: Deadline): Rows {
  const notice = state.notices.at(-1)
  if (notice === undefined) return []
  const who = own(state)
  const told = facts.untold === 0 ? dayOf(facts.lastTold ?? notice.at) : undefined
  const rows: Duty[] = [
    {
      id: 'tell',
      kind: 'tell',
      who,
      due: dayOf(notice.meeting.at),
      ...(facts.untold > 0 && { count: facts.untold }),
      ...done(told),
    },
  ]
  if (facts.opinions === 0) return rows
  const open = Math.max(0, facts.opinions - state.opinionsAnswered)
  const answeredOn = open > 0 ? undefined : dayOf(state.lastOpinionAnswer ?? notice.opinionsUntil)
  rows.push({
    id: 'opinions',
    kind: 'opinions',
    who,
    due: due('opinions', dayOf(notice.opinionsUntil)),
    ...(open > 0 && { count: open }),
    ...done(answeredOn),
  })
  return rows
}

/** P3a, P8: what hangs somewhere is put up before the meeting, and an outcome as soon as it must be public. */
export const posting = (state: Consultation, due: Deadline): Rows =>
  postingTasks(state).map(({ of, number, channel, issuedAt, postedAt }): Duty => {
    const meeting = state.notices[number - 1]?.meeting.at
    return {
      id: `post-${of}-${number}-${channel}`,
      kind: of === 'notice' ? 'post' : 'postOutcome',
      who: own(state),
      channel,
      due: of === 'notice' && meeting !== undefined ? dayOf(meeting) : due('publish', dayOf(issuedAt)),
      ...done(postedAt === undefined ? undefined : dayOf(postedAt)),
    }
  })
