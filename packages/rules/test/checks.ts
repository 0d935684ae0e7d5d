import assert from 'node:assert/strict'
import {
  addDays,
  type Consultation,
  type Decision,
  dutiesOf,
  figuresOf,
  type Item,
  isFiled,
  type NewEvent,
  type Tally,
} from '../src/index.ts'

/** A result rests on a quorum and a majority in whole numbers (P6b, P6c). */
function checkTally(tally: Tally): void {
  for (const item of tally.items) {
    const expected = tally.attended * 3 < tally.listed * 2 ? 'noQuorum' : item.yes * 2 > item.base ? 'passed' : 'failed'
    assert.equal(item.result, expected, 'P6b, P6c')
  }
}

/** Whether anything the consultation has seen lets this item count as passed. */
const passedSomewhere = ({ rounds, escalations }: Consultation, item: number): boolean =>
  [...rounds.flatMap(({ tally }) => tally?.items ?? []), ...escalations.flatMap(({ vote }) => vote?.items ?? [])].some(
    (one) => one.item === item && one.result === 'passed',
  )

/** P12: five deliberations and the first publication, each with its vote through, before anything is carried out. */
const majorIsThrough = ({ majorRecords }: Consultation): boolean =>
  majorRecords.filter(({ vote }) => vote === undefined || (vote.passed && vote.attended * 3 >= vote.members * 2))
    .length >= 6

function checkEvent(event: NewEvent, before: Consultation): void {
  for (const { clause, reason } of event.exceptions ?? []) assert.ok(clause !== '' && reason !== '')
  if (event.type !== 'TaskAdded') return
  assert.ok(isFiled(before), 'P9a: no task before an outcome')
  for (const item of event.data.items) assert.ok(passedSomewhere(before, item), 'P9a: only what passed is carried out')
  if (before.major !== undefined) assert.ok(majorIsThrough(before), 'P12: nothing is carried out early')
}

/** An item but for what was said of it since: that it is not taken further. */
const asVoted = ({ withdrawn: _since, ...item }: Item) => item

const dutiesIn = (state: Consultation) =>
  dutiesOf(state, { untold: 2, opinions: 1 }, { addWorkdays: (day, count) => addDays(day, count) })

/** What is asked again and again, and no more once what it is about is carried out. */
const recurring: readonly string[] = ['supervise', 'progress', 'urge']

/**
 * What comes up for a vote again is filed after it. A record that was returned is not published and not answered: it is
 * filed anew, published and answered then.
 */
const isReplaced = (kind: string, before: Consultation, after: Consultation): boolean =>
  (kind === 'file' && before.filings.length === 0 && after.items.some(({ status }) => status === 'open')) ||
  (kind === 'publish' && isFiled(before) && !isFiled(after)) ||
  (kind === 'filingAnswer' && after.filings.length > before.filings.length)

/** No command makes an open duty vanish: it is met, or it stands (E1). */
function checkDuties(before: Consultation, after: Consultation): void {
  const still = new Set(dutiesIn(after).map(({ id }) => id))
  const gone = dutiesIn(before).filter(
    ({ id, kind, doneOn }) =>
      doneOn === undefined && !still.has(id) && !recurring.includes(kind) && !isReplaced(kind, before, after),
  )
  assert.deepEqual(gone, [], 'E1: no duty vanishes')
}

/** What holds after every command, whoever gave it. @throws AssertionError where it does not */
export function checkStep(before: Consultation, decision: Decision, after: Consultation, role: string): void {
  if (decision.kind === 'refused') {
    assert.match(decision.refusal.clause, /^[SMFPGEL]\d{1,2}[a-g]?$/)
    assert.equal(after, before)
    return
  }
  assert.equal(after.version, before.version + decision.events.length)
  if (before.corrections.at(-1)?.kind === 'suspended') assert.notEqual(role, 'village', 'P9g')
  for (const event of decision.events) checkEvent(event, before)
  for (const { tally } of after.rounds) if (tally !== undefined) checkTally(tally)
  for (const { item, status } of after.items) if (status === 'passed') assert.ok(passedSomewhere(after, item))
  for (const item of before.items.filter(({ status }) => status === 'passed')) {
    const now = after.items.find((one) => one.item === item.item)
    assert.deepEqual([now?.status, now?.title], ['passed', item.title])
  }
  if (isFiled(before)) assert.deepEqual(after.items.map(asVoted), before.items.map(asVoted))
  checkDuties(before, after)
  for (const { by, at, reason } of after.exceptions) assert.ok(by.name !== '' && at !== '' && reason !== '')
  assert.deepEqual(after.exceptions.slice(0, before.exceptions.length), before.exceptions)
  const figures = figuresOf(after, { told: 0, replies: 0, opinions: 0, ballots: 0 })
  assert.ok(Object.values(figures).every((figure) => Number.isInteger(figure) && figure >= 0))
}
