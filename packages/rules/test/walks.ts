import { placeCodeOf } from '@xieshang/kernel'
import { defaultMajorSteps } from '../src/index.ts'
import {
  aspects,
  basis,
  noticeAt,
  secondOfficer,
  supervisor,
  system,
  township,
  usualSeats,
  village,
  World,
} from './world.ts'

/** Two villages under their township, asked one to one, taken to the archive with everything that may follow a vote. */
export function severalVillages(): World {
  const world = new World()
  world.officer = township
  world.propose({ division: township.division, villages: [village, placeCodeOf('331102001002')] }, township)
  world.done('setProcedure', { steps: [{ title: '两村分别召开议事会', body: '两村村委会' }] })
  world.done('registerTopic', { party: '书记', committee: '主任' })
  const seats = usualSeats(6)
  world.done('fixParticipants', { basis, seats })
  world.done('issueNotice', { ...noticeAt(world.now), channels: ['website', 'board', 'wechat'] })
  const posting = { of: 'notice', channel: 'board', postedAt: world.now, poster: '网格员', place: '村口' }
  world.done('recordPosting', { ...posting, photo: '01KB2T9M4Z6V8Q0W3Y5R7N1C2D' })
  const reported = { of: 'notice', number: 1, channel: 'wechat', result: 'failed', place: '微信公众号' }
  world.done('reportPosting', { ...reported, note: '未接入' }, system)
  world.done('recordTelling', { seats: [1, 2, 3, 4, 5, 6], channel: 'door', toldAt: world.now, teller: '网格员' })
  world.done('chooseForms', { forms: ['homeVisit'] })
  for (const title of ['改线', '补偿']) world.done('addItem', { title, aspects })
  world.done('openRound', { method: 'oneToOne', items: [1, 2] })
  const ballots = [1, 2, 3, 4, 5].map((seat) => ({
    seat,
    choices: [
      { item: 1, choice: 'yes' },
      seat < 3 ? { item: 2, choice: 'yes' } : { item: 2, choice: 'no', ...(seat === 3 && { words: '标准偏低' }) },
    ],
  }))
  world.done('enterPapers', { round: 1, ballots })
  world.done('confirmPapers', { round: 1, ballots }, { ...township, sub: 'officer-4', name: '乡镇复核人' })
  world.done('escalate', { to: 'representatives', items: [2], reason: '争议较大' })
  const votes = [{ item: 2, yes: 18, no: 4, abstain: 1 }]
  world.done('recordAssembly', { escalation: 1, heldOn: '2026-03-01', members: 30, attended: 23, votes })
  world.done('fileRecord', { bodies: [{ body: 'township', name: '紫金街道办事处' }] })
  world.done('answerFiling', { body: 0, result: 'acknowledged', note: '同意' }, township)
  world.done('markMajor', { reason: '涉及征地补偿' })
  for (const step of defaultMajorSteps)
    world.done('recordMajorStep', {
      step: step.id,
      heldOn: '2026-03-01',
      note: `${step.label}纪要`,
      ...(step.quorum !== undefined && { vote: { members: 30, attended: 25, yes: 24 } }),
    })
  world.done('publishOutcome', { channels: ['website'], text: '两条均通过' })
  const task = { title: '迁移电杆', kind: 'outside', responsible: '供电公司', dueOn: '2026-03-20', items: [1, 2] }
  world.done('addTask', task)
  world.done('urgeTask', { task: 1, text: '请尽快进场' })
  world.done('reportProgress', { task: 1, text: '已迁移', done: true })
  world.done('reportToCommissioner', { body: '交通运输局', text: '群众同意改线' })
  world.done('recordAnswer', { report: 1, result: 'partly', reason: '补偿另行研究' })
  world.done('recordDissent', { item: 1, words: '绕路', name: '周师傅' })
  world.done('explainDissent', { dissent: 1, text: '按县里统一标准' })
  world.done('explainDissent', { dissent: 2, text: '增设人行便道' })
  world.now = '2026-03-01T08:00:01.000Z'
  world.done('correctOutcome', { ground: '公路法第四十五条', text: '补办许可' }, township)
  world.done('nameSupervisors', { members: ['王五', '赵六'] })
  world.done('reportToSupervisors', { text: '完成过半' })
  world.done('remark', { text: '注意施工安全' }, { ...supervisor, division: township.division })
  world.done('publishProgress', { progress: '完成八成', problems: '雨天停工' })
  world.on(9).done('publishOutcome', { channels: ['website'], text: '更正后的结果' })
  world.on(17).done('closeCase', { summary: '全部落实。' })
  world.done('promoteModel', { reason: '两村共建' }, township)
  return world
}

/** Withdrawn before anybody was asked; an item of it was withdrawn before. */
function withdrawn(): World {
  const world = new World().ready(6, 2)
  world.done('withdrawItem', { item: 2, reason: '与第一条重复' })
  world.done('endCase', { end: 'withdrawn', reason: '项目取消' })
  return world
}

/** A show of hands in two rounds, a record returned and filed anew, suspended and let go on, taken up again. */
function byHands(): World {
  const world = new World().ready(6, 2).sitting(6)
  world.done('recordDiscussion', { session: 1, item: 1, text: '先修主梁' })
  world.hands([
    { item: 1, yes: 6, no: 0, abstain: 0 },
    { item: 2, yes: 2, no: 3, abstain: 1 },
  ])
  world.done('reviseItem', { item: 2, title: '改', aspects })
  world.hands([{ item: 2, yes: 5, no: 1, abstain: 0 }])
  world.done('closeSession', { session: 1 })
  const bodies = [{ body: 'township', name: '街道办' }]
  world.done('fileRecord', { bodies })
  world.done('answerFiling', { body: 0, result: 'returned', note: '缺少签到表' }, township)
  world.done('fileRecord', { bodies })
  world.done('suspendOutcome', { ground: '某法', text: '先停' }, township)
  world.done('liftSuspension', { ground: '某法', text: '可以' }, township)
  world.on(3).done('publishOutcome', { channels: ['website'], text: '公示' })
  world.done('waiveTask', { item: 1, reason: '只是表明意见' })
  world.takenUp()
  return world
}

/** Proposed by residents, returned, resubmitted; online in secret with paper beside it. */
function online(): World {
  const world = new World()
  world.followed = { published: true }
  const exception = '换届'
  world.propose({ proposers: [{ kind: 'residents', name: '王大爷' }], exception, follows: 'C0' })
  world.done('returnTopic', { reason: '补充' })
  const { title, description, matter, publicInterest, proposers } = world.state.topic
  world.done('resubmitTopic', { title, description, matter, publicInterest, proposers, exception })
  world.done('registerTopic', { party: '书记', committee: '主任' })
  world.done('fixParticipants', { basis, seats: usualSeats(7) })
  world.done('issueNotice', noticeAt(world.now))
  world.done('recordTelling', { seats: [1, 2, 3], channel: 'door', toldAt: world.now, teller: '网格员' })
  world.done('answerOpinion', { opinion: 'o1', text: '谢谢' })
  world.done('chooseForms', { forms: ['online'] })
  world.done('addItem', { title: '一', aspects })
  const closesAt = '2026-03-05T08:00:00.000Z'
  const items = [1]
  world.done('openRound', {
    method: 'online',
    secrecy: 'secret',
    items,
    exception: '联系不上',
    closesAt,
    paper: [5, 6, 7],
  })
  const entry = { round: 1, returned: [5, 6, 7], counts: [{ item: 1, yes: 2, no: 0, abstain: 1 }] }
  world.done('enterPapers', entry)
  world.done('confirmPapers', entry, secondOfficer)
  world.done('closeRound', { round: 1 })
  world.ballotSeats = [1, 2, 3, 4].map((seat) => ({ seat, voted: true }))
  world.ballots = [1, 2, 3, 4].map((n) => ({
    choices: [n === 4 ? { item: 1, choice: 'no', words: '太贵' } : { item: 1, choice: 'yes' }],
  }))
  world.done('countRound', { round: 1 }, system)
  return world
}

/** Consultations in which every event there is happens. */
export const walks: readonly (() => World)[] = [byHands, online, severalVillages, withdrawn]
