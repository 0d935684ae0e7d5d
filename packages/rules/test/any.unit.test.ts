import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type CommandType, commands, figuresOf, fold, keysOf, refusalTexts } from '../src/index.ts'
import { aspects, basis, noticeAt, officer, secondOfficer, system, usualSeats, World } from './world.ts'

const small = fc.integer({ min: 1, max: 3 })
const seat = fc.integer({ min: 1, max: 7 })
const hands = fc.record({
  round: small,
  counts: fc.array(fc.record({ item: small, yes: fc.nat(5), no: fc.nat(3), abstain: fc.nat(2) }), {
    minLength: 1,
    maxLength: 2,
  }),
})
const later = fc.constantFrom('2026-03-01T07:00:00.000Z', '2026-03-01T09:00:00.000Z', '2026-03-05T08:00:00.000Z')

/** A body for every command: often sensible, not always right for the moment. */
const bodies: { readonly [T in CommandType]: fc.Arbitrary<unknown> } = {
  registerTopic: fc.constant({ party: '书记', committee: '主任' }),
  returnTopic: fc.constant({ reason: '请补充' }),
  resubmitTopic: fc.constant({
    title: '再提',
    description: '补充后',
    matter: 'M5.1',
    publicInterest: false,
    proposers: [{ kind: 'residents', name: '王大爷' }],
  }),
  fixParticipants: fc
    .integer({ min: 1, max: 7 })
    .map((size) => ({ basis, seats: usualSeats(size), exception: '仅涉及该楼' })),
  issueNotice: fc.constant(noticeAt('2026-03-01T08:00:00.000Z')),
  recordTelling: fc.array(seat, { minLength: 1, maxLength: 7 }).map((seats) => ({
    seats,
    channel: 'door',
    toldAt: '2026-03-01T08:00:00.000Z',
    teller: '网格员',
  })),
  answerOpinion: small.map((n) => ({ opinion: `o${n}`, text: '谢谢' })),
  chooseForms: fc.constant({ forms: ['meeting'] }),
  addItem: fc.constant({ title: '一条', aspects }),
  reviseItem: small.map((item) => ({ item, title: '改一条', aspects })),
  openSession: fc.constant({ kind: 'council', place: '礼堂', host: '书记', recorder: '文书' }),
  takeAttendance: fc.record({ session: small, present: fc.array(seat, { maxLength: 7 }) }),
  recordDiscussion: fc.record({ session: small, item: small, text: fc.constant('说几句') }),
  closeSession: small.map((session) => ({ session })),
  openRound: fc.record(
    {
      method: fc.constantFrom('hands', 'online'),
      items: fc.array(small, { minLength: 1, maxLength: 3 }),
      exception: fc.constant('已联系'),
      closesAt: later,
    },
    { requiredKeys: ['method', 'items'] },
  ),
  enterHands: hands,
  confirmHands: hands,
  closeRound: small.map((round) => ({ round })),
  countRound: small.map((round) => ({ round })),
  fileRecord: fc.constant({ bodies: [{ body: 'township', name: '街道办' }] }),
  publishOutcome: fc.constant({ channels: ['website'], text: '公示' }),
}

const anyCommand = fc
  .constantFrom(...keysOf(commands))
  .chain((type) =>
    fc.record({ type: fc.constant(type), body: bodies[type], actor: fc.constantFrom(officer, secondOfficer, system) }),
  )

/** Begins somewhere along the way, since chance alone seldom walks it. */
const beginnings = [
  () => {
    const world = new World()
    world.propose()
    return world
  },
  () => new World().listed(),
  () => new World().ready(6, 2),
  () => new World().ready(6, 2).sitting(5),
]

it('whatever is commanded, the rules accept or refuse with a sentence, and what was decided stays true', () => {
  fc.assert(
    fc.property(fc.constantFrom(...beginnings), fc.array(anyCommand, { maxLength: 25 }), (begin, given) => {
      const world = begin()
      for (const { type, body, actor } of given) {
        const before = world.state
        const decision = world.run(type, body, actor)
        const after = world.state
        if (decision.kind === 'refused') {
          expect(refusalTexts[decision.refusal.code]).toBeDefined()
          expect(after).toEqual(before)
          continue
        }
        expect(after.version).toBe(before.version + decision.events.length)
        expect(fold(world.events)).toEqual(after)
        // A result, once there, rests on a quorum and a majority in whole numbers (P6b, P6c).
        for (const { tally } of after.rounds)
          for (const item of tally?.items ?? [])
            expect(item.result).toBe(
              (tally?.attended ?? 0) * 3 < (tally?.listed ?? 0) * 2
                ? 'noQuorum'
                : item.yes * 2 > item.base
                  ? 'passed'
                  : 'failed',
            )
        for (const item of before.items.filter(({ status }) => status === 'passed'))
          expect(after.items.find((one) => one.item === item.item)).toMatchObject({
            status: 'passed',
            title: item.title,
          })
        if (before.filings.length > 0) expect(after.items).toEqual(before.items)
        expect(after.exceptions.slice(0, before.exceptions.length)).toEqual(before.exceptions)
        const figures = figuresOf(after, { told: 0, replies: 0, opinions: 0, ballots: 0 })
        expect(Object.values(figures).every((figure) => Number.isInteger(figure) && figure >= 0)).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})
