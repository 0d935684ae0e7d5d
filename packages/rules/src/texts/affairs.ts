import { type Text, text } from '@xieshang/kernel'

/** What the registers beside the consultation refuse, and what to do. */
export const affairsRefusals = {
  entryInvalid: text('有内容没有填对，请检查。', 'Something is not filled in correctly. Check it.'),
  entryLevel: text(
    '这一类登记不属于这一级，请换一个地方。',
    'This kind does not belong to this level. Choose another place.',
  ),
  entryActUnknown: text('没有这一步操作。', 'There is no such step.'),
  entryStatus: text(
    '现在的状态不能进行这一步，请刷新后查看最新情况。',
    'This cannot be done as things stand. Reload to see the latest.',
  ),
  entryFull: text('这一条登记的内容已满，请另行登记。', 'This entry is full. Begin a new one.'),
  consultationElsewhere: text(
    '本地没有这次协商，请从列表中选择。',
    'There is no such consultation at this place. Choose one from the list.',
  ),
  heldInFuture: text('会议时间还没有到，请开完会再登记。', 'This time is still to come. Record it afterwards.'),
  talkOpinionUnknown: text('没有第{opinion}条意见。', 'There is no opinion {opinion}.'),
  talkOpinionSettled: text(
    '第{opinion}条意见已经答复或转为议题。',
    'Opinion {opinion} is answered or a topic already.',
  ),
  talkOpinionsOpen: text(
    '还有{count}条意见没有答复或转为议题，请先办理。',
    '{count} opinions are neither answered nor a topic yet. Deal with them first.',
  ),
  hearingByTheTwo: text(
    '村（社区）实施的项目，由村（社区）党组织和村（居）民委员会共同组织听证，请填写这两个组织者。',
    'A project of the village is heard by its party organisation and its committee together. Name these two.',
  ),
  hearingByDepartment: text(
    '政府部门或社会单位实施的项目，由部门或乡镇（街道）会同村（社区）组织听证，请把双方都写上。',
    'A project of a department or another organisation is heard by the department or the township together with the village. Name both.',
  ),
  hearingSession: text(
    '这次协商中没有这一次听证会，请核对协商和会议序号。',
    'The consultation has no such hearing. Check the consultation and the number of the session.',
  ),
  hearingAhead: text('听证会还没有召开，请开完会再登记。', 'The hearing is still to come. Record this afterwards.'),
  hearingViewUnconsidered: text(
    '请写明“{name}”的意见是怎样处理的。',
    'Say how the view of “{name}” was taken into account.',
  ),
  reviewOfNothing: text('请写明评议的是哪项工作，或选择相关协商。', 'Name the work, or choose the consultation.'),
  nobodyRated: text('请至少录入一位居民的评分。', 'Enter the rating of at least one resident.'),
  ratingsMissing: text(
    '居民评分和第三方评分都录入之后，才能形成评议结果。',
    'A result needs the ratings of residents and of a third party.',
  ),
  suggestionNotToYou: text(
    '这条建议不是向您这一级提出的，或者您这一级已经答复。',
    'The suggestion is not for your level, or your level has answered it.',
  ),
  answerDayPast: text('答复期限不能早于今天。', 'The day of the answer cannot be before today.'),
  referralSide: text(
    '上报由村（社区）办理，下交由乡镇（街道）办理。',
    'A village passes a topic up, a township passes it down.',
  ),
  referralReceiver: text('由收到议题的一方接收或退回。', 'Whoever receives the topic accepts it or sends it back.'),
  organisationNotAsked: text('没有请这个群团组织协助。', 'This organisation was not asked.'),
  bookingEndsFirst: text('结束时间应晚于开始时间。', 'The end must come after the beginning.'),
  bookingTooLong: text(
    '一次最多预订{hours}小时，请分次预订。',
    'A booking lasts {hours} hours at most. Book more than once.',
  ),
  bookingPast: text('预订的时间已经过去，请另选时间。', 'This time has passed. Choose another.'),
  venueTaken: text(
    '这段时间已有预订（{booking}号：{purpose}），请换时间或场所。',
    'It is booked then already (no. {booking}: {purpose}). Choose another time or venue.',
  ),
  venueStillBooked: text('还有没用完的预订，请先取消预订。', 'It is still booked. Cancel the bookings first.'),
  bookingUnknown: text('没有{booking}号预订，或已取消。', 'There is no booking {booking}, or it was cancelled.'),
  bookingOfOthers: text('这是别处的预订，请联系预订的村（社区）。', 'Another place booked it. Ask them to cancel.'),
  decisionInFuture: text('会议决定的日期不能晚于今天。', 'The decision cannot be of a later day than today.'),
  paidBeforeDecision: text('发放日期不能早于会议决定的日期。', 'Nothing is paid before it was decided.'),
  paidInFuture: text('发放日期不能晚于今天。', 'The payment cannot be of a later day than today.'),
  overDecision: text(
    '会议决定的上限是{limit}元，还剩{left}元，不能超过。',
    'The decision allows {limit} yuan; {left} yuan are left.',
  ),
  paymentUnknown: text('没有{payment}号发放，或已冲销。', 'There is no payment {payment}, or it was reversed.'),
  subsidyPaid: text('已经发放过补贴，请先冲销。', 'Something was paid. Reverse it first.'),
  publishedInFuture: text('公开日期不能晚于今天。', 'It cannot be published on a later day than today.'),
  trainingInFuture: text('培训日期不能晚于今天，请培训后再登记。', 'Record a training after it was held.'),
  adoptedFromSelf: text('请选择其他县（市、区）的制度。', 'Choose a rule of another county.'),
  adoptedFromElsewhere: text('请选择本市其他县（市、区）的制度。', 'Choose a rule of another county of this city.'),
  quarterNotOver: text(
    '{quarter}还没有结束，结束之后才能发布开放数据。',
    '{quarter} is not over. Its data is published afterwards.',
  ),
} as const satisfies Record<string, Text>
