import { type Text, text } from '@xieshang/kernel'
import { affairsRefusals } from './affairs.ts'
import { joiningRefusals } from './joining.ts'
import { outcomeRefusals } from './outcome.ts'
import { settingsRefusals } from './settings.ts'

/** What a refusal says to the person who was refused: what is wrong and what to do. `{name}` is filled from its params. */
export const refusalTexts = {
  matterUnknown: text(
    '协商事项目录中没有“{matter}”，请从目录中选择。',
    'The catalogue has no matter “{matter}”. Choose one from it.',
  ),
  proposerNeedsReason: text(
    '涉及公共利益的议题原则上由村（社区）党组织、村（居）委会提出；由其他主体提出的，请写明理由。',
    'A topic of public interest is in principle proposed by the party organisation or the committee. Give a reason for another proposer.',
  ),
  notProposed: text(
    '该议题不在待备案状态，请刷新后查看最新进展。',
    'The topic is not waiting to be registered. Reload to see where it stands.',
  ),
  notReturned: text('只有被退回的议题可以重新提出。', 'Only a returned topic can be resubmitted.'),
  notRegistered: text(
    '议题备案之后才能进行这一步；协商主体确定后不能重复确定。',
    'This needs a registered topic whose participants are not fixed yet.',
  ),
  villagesNeedTownship: text(
    '跨村（社区）的协商由乡镇（街道）提出。',
    'A consultation over several villages is proposed by the township.',
  ),
  townshipOnly: text(
    '跨村（社区）的协商由乡镇（街道）确定程序，请联系乡镇（街道）。',
    'A consultation over several villages belongs to the township.',
  ),
  severalVillages: text('请选择本乡镇（街道）的两个以上村（社区）。', 'Choose two or more villages of the township.'),
  followedUnknown: text('没有找到要继续协商的那次协商。', 'There is no such consultation to take up again.'),
  followedNotPublished: text('原来的协商公示之后才能再次协商。', 'It can be taken up again once it is published.'),
  procedureMissing: text('请先由乡镇（街道）确定协商程序。', 'The township has to set the steps first.'),
  oneVillage: text('只有跨村（社区）的协商需要确定程序。', 'Only a consultation over several villages needs this.'),
  procedureFixed: text('协商已经开始，程序不能再改。', 'It has started; its steps cannot change.'),
  notListed: text('请先确定协商主体。', 'Fix the participants first.'),
  personUnknown: text('名册中没有这个人，请先登记。', 'This person is not on the register. Add them first.'),
  listedOneWay: text(
    '请逐一选择参加的人，或者选择全部登记人员，两者选一种。',
    'Either name the people one by one, or take everybody on the register.',
  ),
  nobodyMeant: text(
    '名册中没有符合条件的人，请先登记，或者放宽条件。',
    'Nobody on the register is meant. Register people first, or ask for less.',
  ),
  listTooLong: text(
    '名单有{count}人，一次协商最多{most}人。请按主体类型、代表类别选择一部分人，或者分成几次协商。',
    'The list has {count} people; a consultation takes {most}. Choose some by class or category, or consult in parts.',
  ),
  tooManyMeant: text(
    '名册中符合条件的超过{most}人，一次协商最多{most}人。请按主体类型、代表类别选择一部分人，或者分成几次协商。',
    'More than {most} people are meant; a consultation takes {most}. Choose some by class or category, or consult in parts.',
  ),
  personTwice: text('“{name}”在名单中出现了两次。', '“{name}” is on the list twice.'),
  thirdPartyVotes: text(
    '“{name}”是第三方协商主体，可以出席，不参加表决。',
    '“{name}” is a third party and attends without a vote.',
  ),
  personElsewhere: text(
    '名单里有人登记在别的村（社区）的名册上。只能从这次协商所在村（社区）的名册里选人；要几个村一起商量，请由乡镇（街道）发起。',
    'Somebody is on the register of another village. A list takes people of its own villages only; for several villages together, the township begins the consultation.',
  ),
  partyMissing: text(
    '名单中缺少村（社区）党组织；确需如此的，请写明理由。',
    'The party organisation is not on the list. Add it, or give a reason.',
  ),
  committeeMissing: text(
    '名单中缺少村（居）委会；确需如此的，请写明理由。',
    'The committee is not on the list. Add it, or give a reason.',
  ),
  residentsMissing: text(
    '名单中没有居民；确需如此的，请写明理由。',
    'No resident is on the list. Add residents, or give a reason.',
  ),
  residentsNotMajority: text(
    '居民应占名单的半数以上；确需如此的，请写明理由。',
    'Residents should be more than half of the list. Add residents, or give a reason.',
  ),
  meetingPast: text('会议时间已过，请填写以后的时间。', 'The meeting is in the past. Give a later time.'),
  opinionsPast: text(
    '征求意见截止时间已过，请填写以后的时间。',
    'The opinion period has ended already. Give a later time.',
  ),
  opinionsAfterMeeting: text('征求意见应在会议开始之前截止。', 'Opinions must be in before the meeting begins.'),
  noNotice: text('请先发出告知，再进行这一步。', 'Issue the notice first.'),
  voteBegun: text('表决已经开始，不能再发告知。', 'Voting has begun; no further notice can be issued.'),
  seatUnknown: text('名单中没有第{seat}号席位。', 'There is no seat {seat} on the list.'),
  toldInFuture: text('告知时间不能晚于现在。', 'The time of telling cannot be in the future.'),
  channelNotChosen: text('没有选用这个渠道。', 'This channel was not chosen.'),
  postedInFuture: text('张贴时间不能晚于现在。', 'It cannot have been put up in the future.'),
  postedAlready: text('这个渠道已经发布。', 'It is up on this channel already.'),
  photoMissing: text(
    '请附上照片；没有照片的，请在备注中写明原因。',
    'Add a photo, or say in the note why there is none.',
  ),
  photoUnknown: text('没有找到这张照片，请重新上传。', 'There is no such photo. Hand it in again.'),
  opinionUnknown: text('没有找到这条意见。', 'There is no such opinion.'),
  opinionAnswered: text('这条意见已经答复。', 'This opinion has been answered already.'),
  alreadyFiled: text('成果已经备案，不能再改动。', 'The record is filed and cannot be changed.'),
  tooManyItems: text('条目最多100条。', 'There can be 100 items at most.'),
  itemUnknown: text('没有第{item}条。', 'There is no item {item}.'),
  itemPassed: text('第{item}条已经通过，不能再改动。', 'Item {item} has passed and cannot be changed.'),
  itemUnderVote: text('第{item}条正在表决，请等表决结束。', 'Item {item} is under vote. Wait for the vote to end.'),
  itemNotOpen: text(
    '第{item}条已有结果；未通过的请先补充完善，再付表决。',
    'Item {item} has a result. Revise it before it is voted again.',
  ),
  itemStillOpen: text('第{item}条还没有表决结果。', 'Item {item} has no result yet.'),
  sessionUnknown: text('没有找到这次会议。', 'There is no such session.'),
  sessionOpen: text('有会议正在进行，请先结束会议。', 'A session is under way. Close it first.'),
  sessionClosed: text('这次会议已经结束。', 'The session is closed.'),
  attendanceFixed: text('表决进行中，到会名单不能改动。', 'Attendance cannot change while a vote is under way.'),
  noForm: text('请先确定协商形式。', 'Choose the form first.'),
  seatsUntold: text(
    '还有{count}位协商主体没有告知，不能开始表决；确需继续的，请写明理由。',
    '{count} participants have not been told, so the vote cannot open. Tell them, or give a reason.',
  ),
  noAttendance: text('请先开始会议并登记到会人员。', 'Open a session and take attendance first.'),
  noQuorum: text(
    '到会{present}人，名单共{listed}人，须有三分之二以上即至少{needed}人到会才能表决。',
    '{present} of {listed} are present; at least {needed} are needed for a vote.',
  ),
  handsNeedNoEnd: text('只有网上投票有截止时间。', 'Only an online ballot has a closing time.'),
  secretNeedsVoters: text(
    '只有{voters}席有表决权，不足{least}席的无记名投票可能让人猜出是谁投的，请改用记名表决。',
    'Only {voters} seats vote. With fewer than {least}, a secret ballot could show who voted how. Use a named vote.',
  ),
  secretPartTooSmall: text(
    '无记名投票中，网上和纸质票分别计票，每一种都要有{least}席以上（或者没有），请调整使用纸质票的席位。',
    'In a secret ballot online and paper are counted apart: each needs {least} seats or none. Change who votes on paper.',
  ),
  papersTooFew: text(
    '收回的无记名纸质票不足{least}张，不得开封，票数请全部填0。',
    'Fewer than {least} secret papers came back: they stay unopened. Enter 0 for every count.',
  ),
  handsNotSecret: text(
    '举手和一对一征询不能无记名，请改用投票。',
    'A show of hands, or asking one to one, cannot be secret. Use a ballot.',
  ),
  endPast: text('截止时间已过，请填写以后的时间。', 'The closing time is in the past. Give a later time.'),
  nobodyVotes: text('名单中没有参加表决的席位。', 'No seat on the list votes.'),
  roundOpen: text('有一轮表决正在进行，请先结束。', 'A round is under way. Close it first.'),
  roundUnknown: text('没有找到这一轮表决。', 'There is no such round.'),
  roundClosed: text('这一轮表决已经结束。', 'This round is closed.'),
  notHands: text('这一轮不是举手表决。', 'This round is not a show of hands.'),
  notOnline: text('这一轮不是网上投票。', 'This round is not an online ballot.'),
  handsNeedTwo: text('这一轮由第二位经办人复核后结束。', 'This round ends when a second officer confirms it.'),
  paperOnlyOnline: text('只有网上投票可以另发纸质票。', 'Paper for single seats goes with an online ballot only.'),
  seatNotVoting: text('第{seat}号席位不参加表决。', 'Seat {seat} does not vote.'),
  notPaper: text('这一轮没有纸质票。', 'No seat votes on paper in this round.'),
  seatNotOnPaper: text('第{seat}号席位没有领纸质票。', 'Seat {seat} was not given paper.'),
  seatTwice: text('第{seat}号席位出现了两次。', 'Seat {seat} appears twice.'),
  papersAreNamed: text('这一轮是记名投票，请逐人录入。', 'This round is named. Enter each ballot with its seat.'),
  papersAreSecret: text('这一轮是无记名投票，请只录入票数。', 'This round is secret. Enter the counts only.'),
  tooManyPapers: text(
    '第{item}条的票数之和超过了收回的{returned}张票。',
    'The votes on item {item} exceed the {returned} ballots returned.',
  ),
  papersMissing: text('请先录入并复核纸质票。', 'Enter and confirm the paper ballots first.'),
  seatVotesOnPaper: text(
    '您这一轮使用纸质票，请把票交给经办人。',
    'You vote on paper in this round. Hand it to the officer.',
  ),
  countsIncomplete: text(
    '请对本轮的每一条（第{items}条）各录入一次票数。',
    'Enter the count of every item of this round ({items}) once.',
  ),
  tooManyHands: text(
    '第{item}条的票数之和超过了到会的{voters}位有表决权的人。',
    'The votes on item {item} exceed the {voters} voters present.',
  ),
  nothingEntered: text('请先由一位经办人录入票数。', 'A first officer has to enter the count.'),
  sameOfficer: text('录入和复核须由两位经办人分别进行。', 'Entering and confirming need two different officers.'),
  countsDiffer: text(
    '两次录入的票数不一致，请共同核对后重新录入。',
    'The two counts differ. Check them together and enter them again.',
  ),
  seatDoesNotVote: text('您列席本次协商，不参加表决。', 'You attend this consultation without a vote.'),
  choicesIncomplete: text(
    '请对本轮的每一条（第{items}条）各作一次选择。',
    'Choose once on every item of this round ({items}).',
  ),
  recordFull: text(
    '这次协商的记录已达到上限，请精简文字，或另立议题。',
    'The record of this consultation is full. Shorten the text, or propose another topic.',
  ),
  noTally: text('还没有表决结果。', 'There is no result of a vote yet.'),
  notFiled: text('请先备案协商成果。', 'File the record first.'),
  alreadyPublished: text('成果已经公示。', 'The outcome is published already.'),
  websiteMissing: text('公示须包括网站渠道。', 'Publication must include the website.'),
  ...outcomeRefusals,
  ...joiningRefusals,
  ...settingsRefusals,
  roleMayNot: text('您的身份不能进行这一步。', 'Your role may not do this.'),
  ...affairsRefusals,
} as const satisfies Record<string, Text>

export type RefusalCode = keyof typeof refusalTexts
