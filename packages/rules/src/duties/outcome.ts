import { atLevel, dayOf } from '@xieshang/kernel'
import type { Consultation } from '../consultation/state.ts'
import { isFiled } from '../filing/state.ts'
import { type Deadline, done } from './deadlines.ts'
import type { Duty } from './duty.ts'

/** The instant of the last vote on the items before another instant. */
function votedBefore(state: Consultation, before: string): string | undefined {
  const votes = [
    ...state.rounds.flatMap(({ closedAt }) => closedAt ?? []),
    ...state.escalations.flatMap(({ vote }) => vote?.at ?? []),
  ]
  return votes
    .filter((at) => at <= before)
    .sort()
    .at(-1)
}

/** P7: the record is filed when the items are decided, again when it was returned, and answered by each body. */
export function filingDuties(state: Consultation, due: Deadline, who: Duty['who']): Duty[] {
  const { filings } = state
  const rows: Duty[] = []
  for (const [index, filing] of filings.entries()) {
    const returned = filings[index - 1]?.bodies.find(({ answer }) => answer?.result === 'returned')?.answer?.at
    const from = returned ?? votedBefore(state, filing.at)
    if (from !== undefined)
      rows.push({
        id: `file-${index + 1}`,
        kind: 'file',
        who,
        due: due('file', dayOf(from)),
        doneOn: dayOf(filing.at),
      })
    for (const [at, { body, name, answer }] of filing.bodies.entries()) {
      // What was filed anew is answered anew.
      if (answer === undefined && index < filings.length - 1) continue
      rows.push({
        id: `filingAnswer-${index + 1}-${at + 1}`,
        kind: 'filingAnswer',
        who: body === 'township' ? { role: 'township', division: atLevel(state.division, 'township') } : who,
        about: name,
        due: due('filingAnswer', dayOf(filing.at)),
        ...done(answer === undefined ? undefined : dayOf(answer.at)),
      })
    }
  }
  const returned = filings.at(-1)?.bodies.find(({ answer }) => answer?.result === 'returned')?.answer?.at
  // What was returned is filed anew, also where people sit again over it.
  const waits = !isFiled(state) && (state.step === 'decided' || returned !== undefined)
  const from = returned ?? votedBefore(state, state.updatedAt)
  return waits && from !== undefined
    ? [...rows, { id: `file-${filings.length + 1}`, kind: 'file', who, due: due('file', dayOf(from)) }]
    : rows
}

/** P8, P9g: every outcome that was filed to stand, and every correction, is published after it. */
export function publicationDuties(state: Consultation, due: Deadline, who: Duty['who']): Duty[] {
  const published = (from: string, before = '9') => state.publications.find(({ at }) => at >= from && at < before)?.at
  const last = state.filings.length - 1
  const filings = state.filings.flatMap(({ at }, index): { id: string; at: string; done: string | undefined }[] => {
    const before = state.filings[index + 1]?.at
    const found = published(at, before)
    const stands = index === last && isFiled(state)
    return found !== undefined || stands ? [{ id: `publish-${index + 1}`, at, done: found }] : []
  })
  const corrections = state.corrections.flatMap(({ kind, at }, index) =>
    kind === 'corrected' ? [{ id: `publish-correction-${index + 1}`, at, done: published(at) }] : [],
  )
  return [...filings, ...corrections].map(
    ({ id, at, done: found }): Duty => ({
      id,
      kind: 'publish',
      who,
      due: due('publish', dayOf(at)),
      ...done(found === undefined ? undefined : dayOf(found)),
    }),
  )
}
