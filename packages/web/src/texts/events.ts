import { type EventType, type Language, type Text, text } from '@xieshang/rules'

/** What happened, in a few words, for the history of a consultation. A new kind of event needs its words here. */
const eventNames: Readonly<Record<EventType, Text>> = {
  TopicProposed: text('提出议题', 'proposed the topic'),
  TopicReturned: text('退回议题', 'returned the topic'),
  TopicResubmitted: text('重新提出议题', 'resubmitted the topic'),
  TopicRegistered: text('备案议题', 'registered the topic'),
  ParticipantsFixed: text('确定协商主体', 'fixed the participants'),
  NoticeIssued: text('发出告知', 'issued the notice'),
  TellingRecorded: text('登记告知', 'recorded who was told'),
  OpinionAnswered: text('答复意见', 'answered an opinion'),
  FormsChosen: text('确定协商形式', 'chose the form'),
  ItemAdded: text('新增条目', 'added an item'),
  ItemRevised: text('补充完善条目', 'revised an item'),
  SessionOpened: text('开始会议', 'opened a session'),
  AttendanceTaken: text('登记到会', 'took attendance'),
  DiscussionRecorded: text('记录讨论', 'noted a discussion'),
  SessionClosed: text('结束会议', 'closed the session'),
  RoundOpened: text('开始表决', 'opened the vote'),
  HandsEntered: text('录入票数', 'entered the count'),
  HandsConfirmed: text('复核票数', 'confirmed the count'),
  RoundClosing: text('结束投票', 'closed the vote'),
  RoundClosed: text('计票', 'counted the vote'),
  RecordFiled: text('备案成果', 'filed the record'),
  OutcomePublished: text('公示成果', 'published the outcome'),
  ProcedureSet: text('确定跨社区协商程序', 'set the steps'),
  PapersEntered: text('录入纸质票', 'entered the paper ballots'),
  PapersConfirmed: text('复核纸质票', 'confirmed the paper ballots'),
  FilingAnswered: text('登记备案答复', 'answered the filing'),
  Escalated: text('提交会议表决', 'handed items to the assembly'),
  AssemblyVoted: text('登记会议表决结果', "recorded the assembly's vote"),
  MarkedMajor: text('列为五议两公开事项', 'marked it as a major matter'),
  MajorStepRecorded: text('登记五议两公开', 'recorded a step of the five deliberations'),
  TaskAdded: text('新增落实事项', 'added a task'),
  ProgressReported: text('登记落实进度', 'reported progress'),
  TaskUrged: text('督促落实', 'urged a task'),
  CommissionerReported: text('报告委托单位', 'reported to the commissioning body'),
  CommissionerAnswered: text('登记委托单位反馈', 'recorded its answer'),
  DissentRecorded: text('登记不同意见', 'recorded a dissent'),
  DissentExplained: text('解释说明', 'explained it to a dissenter'),
  OutcomeCorrected: text('依法处理成果', 'acted on the outcome by law'),
  SupervisionNoted: text('监督记录', 'noted something for supervision'),
  SupervisorsNamed: text('成立专门监督委员会', 'named a supervision group'),
  ProgressPublished: text('公布进度', 'published the progress'),
  CaseClosed: text('办结归档', 'closed and archived it'),
  ModelPromoted: text('评为典型案例', 'made it a model'),
  TakenUpAgain: text('再次协商', 'took it up again'),
}

const known = (type: string): type is EventType => type in eventNames

/** @param type as the API names it; one that these pages do not know yet stands for itself */
export const eventName = (type: string, language: Language): string => (known(type) ? eventNames[type][language] : type)
