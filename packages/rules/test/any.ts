import assert from 'node:assert/strict'
import { placeCodeOf } from '@xieshang/kernel'
import fc from 'fast-check'
import { commands } from '../src/deciding.ts'
import { type CommandType, fold, keysOf } from '../src/index.ts'
import { checkStep } from './checks.ts'
import {
  aspects,
  basis,
  noticeAt,
  officer,
  secondOfficer,
  supervisor,
  system,
  township,
  usualSeats,
  village,
  World,
} from './world.ts'

const small = fc.integer({ min: 1, max: 3 })
const seat = fc.integer({ min: 1, max: 7 })
const hands = fc.record({
  round: small,
  counts: fc.array(fc.record({ item: small, yes: fc.nat(5), no: fc.nat(3), abstain: fc.nat(2) }), {
    minLength: 1,
    maxLength: 2,
  }),
})
const papers = fc.record({
  round: small,
  ballots: fc.uniqueArray(
    fc.record({
      seat,
      choices: fc.uniqueArray(
        fc.record({ item: small, choice: fc.constantFrom('yes', 'no', 'abstain'), words: fc.constantFrom('', '太贵') }),
        { minLength: 1, maxLength: 2, selector: ({ item }) => item },
      ),
    }),
    { maxLength: 6, selector: (ballot) => ballot.seat },
  ),
})
const said = (field: string) => fc.constant({ [field]: '说明' })
const correction = fc.constant({ ground: '某法第几条', text: '处理意见' })
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
  recordPosting: fc.record({
    of: fc.constantFrom('notice', 'outcome'),
    channel: fc.constantFrom('board', 'gallery', 'wechat'),
    postedAt: later,
    poster: fc.constant('网格员'),
    place: fc.constant('村口'),
    note: fc.constantFrom('', '相机坏了'),
  }),
  reportPosting: fc.record({
    of: fc.constantFrom('notice', 'outcome'),
    number: small,
    channel: fc.constant('wechat'),
    result: fc.constantFrom('posted', 'failed'),
    place: fc.constant('微信公众号'),
  }),
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
      method: fc.constantFrom('hands', 'online', 'paper', 'oneToOne'),
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
  setProcedure: fc.constant({ steps: [{ title: '各村分别召开', body: '乡镇' }] }),
  enterPapers: papers,
  confirmPapers: papers,
  answerFiling: fc.record({
    body: fc.integer({ min: 0, max: 1 }),
    result: fc.constantFrom('acknowledged', 'returned'),
    note: fc.constantFrom('', '请补正'),
  }),
  escalate: fc.record({
    to: fc.constantFrom('villageAssembly', 'representatives'),
    items: fc.array(small, { minLength: 1, maxLength: 2 }),
    reason: fc.constant('争议较大'),
  }),
  recordAssembly: fc.record({
    escalation: small,
    heldOn: fc.constantFrom('2026-03-01', '2026-03-02'),
    members: fc.integer({ min: 1, max: 9 }),
    attended: fc.nat(9),
    votes: fc.array(fc.record({ item: small, yes: fc.nat(9), no: fc.nat(3), abstain: fc.nat(2) }), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
  markMajor: said('reason'),
  recordMajorStep: fc.record(
    {
      step: fc.constantFrom('suggestion', 'proposal', 'council', 'partyMeeting', 'assembly', 'resultPublished'),
      heldOn: fc.constant('2026-03-01'),
      vote: fc.record({ members: fc.integer({ min: 1, max: 6 }), attended: fc.nat(6), yes: fc.nat(6) }),
    },
    { requiredKeys: ['step', 'heldOn'] },
  ),
  addTask: fc.array(small, { minLength: 1, maxLength: 2 }).map((items) => ({
    title: '翻修',
    kind: 'own',
    responsible: '村委会',
    dueOn: '2026-04-01',
    items,
  })),
  reportProgress: fc.record({ task: small, text: fc.constant('进行中'), done: fc.boolean() }),
  urgeTask: small.map((task) => ({ task, text: '请尽快' })),
  reportToCommissioner: fc.constant({ body: '交通局', text: '协商情况' }),
  recordAnswer: fc.record({
    report: small,
    result: fc.constantFrom('adopted', 'declined'),
    reason: fc.constantFrom('', '经费'),
  }),
  recordDissent: small.map((item) => ({ item, words: '太贵' })),
  explainDissent: small.map((dissent) => ({ dissent, text: '已说明' })),
  suspendOutcome: correction,
  correctOutcome: correction,
  liftSuspension: correction,
  reportToSupervisors: said('text'),
  remark: said('text'),
  nameSupervisors: fc.constant({ members: ['王'] }),
  publishProgress: said('progress'),
  waiveTask: small.map((item) => ({ item, reason: '只是表明意见' })),
  withdrawItem: small.map((item) => ({ item, reason: '重复' })),
  closeCase: said('summary'),
  endCase: fc.record({ end: fc.constantFrom('withdrawn', 'cancelled'), reason: fc.constant('项目取消') }),
  promoteModel: said('reason'),
}

const actors = fc.constantFrom(officer, officer, secondOfficer, secondOfficer, township, supervisor, system)

const anyCommand = fc
  .constantFrom(...keysOf(commands))
  .chain((type) => fc.record({ type: fc.constant(type), body: bodies[type], actor: actors }))

/** Begins somewhere along the way, since chance alone seldom walks it. */
const beginnings = [
  () => {
    const world = new World()
    world.propose()
    return world
  },
  () => {
    const world = new World()
    const villages = [village, placeCodeOf('331102001002')]
    world.propose({ division: township.division, villages }, township)
    return world
  },
  () => new World().listed(),
  () => new World().ready(6, 2),
  () => new World().ready(6, 2).sitting(5),
  () => {
    const world = new World().ready(6, 2)
    world.done('openRound', { method: 'paper', items: [1, 2] })
    return world
  },
  () => new World().filed(2),
  () => {
    const world = new World().filed(2, [2])
    world.done('markMajor', { reason: '涉及重大利益' })
    return world
  },
  () => {
    const world = new World().published(2)
    world.done('addTask', { title: '翻修', kind: 'own', responsible: '村委会', dueOn: '2026-04-01', items: [1] })
    return world
  },
  () => new World().published(1).archived(),
]

/** Any commands by anybody, from somewhere along the way. */
export const anySequence = fc.tuple(fc.constantFrom(...beginnings), fc.array(anyCommand, { maxLength: 25 }))

/** Gives the commands one by one and checks after each what must hold. @throws AssertionError where it does not */
export function checkSequence([begin, given]: typeof anySequence extends fc.Arbitrary<infer T> ? T : never): void {
  const world = begin()
  for (const { type, body, actor } of given) {
    const before = world.state
    const decision = world.run(type, body, actor)
    checkStep(before, decision, world.state, actor.role)
  }
  assert.deepEqual(fold(world.events), world.state)
}
