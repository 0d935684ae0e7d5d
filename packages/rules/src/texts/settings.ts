import { type Text, text } from '@xieshang/kernel'

/** Refusals of a county's own settings and of what rests on them. */
export const settingsRefusals = {
  countyOnly: text('只有县（市、区）可以设置。', 'Only the county may set this.'),
  effectiveInPast: text('生效日期不能早于今天（{day}）。', 'It cannot take effect before today, {day}.'),
  effectiveTooFar: text('生效日期不能晚于{day}。', 'It cannot take effect after {day}.'),
  laterVersionSet: text(
    '已有自{day}起生效的版本，新版本不能早于这一天。',
    'A version from {day} on is set already. A new one cannot begin before it.',
  ),
  settingsChanged: text('设置刚刚有了新版本，请看过之后再改。', 'A new version was set just now. Look at it first.'),
  looserThanCity: text('“{label}”不能低于全市规定的{bound}。', 'The city asks for at least {bound} here.'),
  beyondCity: text('“{label}”不能超过全市规定的{bound}。', 'The city allows at most {bound} here.'),
  majorCount: text(
    '“五议两公开”须有{deliberations}次商议和{publications}次公开。',
    'There are {deliberations} deliberations and {publications} publications.',
  ),
  majorTwice: text('“五议两公开”的步骤编号不能重复。', 'Two steps have the same id.'),
  majorResolution: text(
    '第一次公开之前须有一步经过表决，最后一步须是公开。',
    'A step before the first publication needs a vote, and the last step is a publication.',
  ),
  matterWithdrawn: text(
    '事项“{matter}”已停用，请从现行目录中选择。',
    'Matter “{matter}” is withdrawn. Choose one that is in force.',
  ),
  matterTwice: text('事项“{matter}”出现了两次。', 'Matter “{matter}” is there twice.'),
  assemblyByLaw: text(
    '事项“{matter}”依法由村（居）民会议决定，不能取消。',
    'Law gives matter “{matter}” to the assembly; that cannot be taken back.',
  ),
  tooManyMatters: text('目录最多{most}项。', 'A catalogue holds {most} matters at most.'),
  nothingChanged: text('还没有调整任何事项。', 'Nothing is changed yet.'),
  nothingLeft: text('目录中至少要有一项在用。', 'At least one matter must be in force.'),
} as const satisfies Record<string, Text>
