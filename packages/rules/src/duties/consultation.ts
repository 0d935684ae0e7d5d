import { dayOf } from '@xieshang/kernel'
import type { Consultation } from '../consultation/state.ts'
import { dissents, escalations, feedback, reporting } from './answers.ts'
import { carryingOut, majorSteps, review } from './carryingOut.ts'
import { deadline } from './deadlines.ts'
import type { Calendar, Duty } from './duty.ts'
import type { DutyFacts } from './facts.ts'
import { filingDuties, publicationDuties } from './outcome.ts'
import { own } from './own.ts'
import { posting, registration, telling } from './preparation.ts'

/** E1: with a matter that was withdrawn or fell away goes what the procedure still wanted of it. */
function releasedBy({ closed }: Consultation): (duty: Duty) => Duty {
  if (closed === undefined || closed.end === 'done' || closed.end === 'rejected') return (duty) => duty
  const releasedOn = dayOf(closed.at)
  return (duty) => (duty.doneOn === undefined ? { ...duty, releasedOn } : duty)
}

/**
 * The dated duties of a consultation, under the parameters that it began with. Pure: what was done and when is read
 * from the instants of the events, so that a duty fulfilled late stays visible as late.
 */
export function dutiesOf(state: Consultation, facts: DutyFacts, calendar: Calendar): Duty[] {
  const due = deadline(state.parameters, calendar)
  const who = own(state)
  const all = [
    ...registration(state, due),
    ...telling(state, facts, due),
    ...posting(state, due),
    ...filingDuties(state, due, who),
    ...publicationDuties(state, due, who),
    ...reporting(state, due),
    ...escalations(state, due),
    ...dissents(state, due),
    ...majorSteps(state, due),
    ...carryingOut(state, due),
    ...review(state, facts, due),
  ]
  return [...all.map(releasedBy(state)), ...feedback(state, facts, due)]
}
