import { type Text, text } from '@xieshang/rules'

type ProblemText = { readonly status: number; readonly title: Text; readonly detail: Text }

const problem = (status: number, title: Text, detail: Text): ProblemText => ({ status, title, detail })

/** Everything the API says about a request that is not about a clause. */
export const problemTexts = {
  refused: problem(422, text('不符合规定', 'Refused'), text('这一步不符合规定。', 'This step breaks a clause.')),
  invalid: problem(
    400,
    text('填写有误', 'Not filled in correctly'),
    text('有内容没有填对，请按提示修改。', 'Some fields are not right. Change them as said.'),
  ),
  notJson: problem(
    400,
    text('格式有误', 'Malformed'),
    text('请求内容不是有效的 JSON。', 'The request is not valid JSON.'),
  ),
  wrongType: problem(
    415,
    text('格式不支持', 'Unsupported format'),
    text('请求内容的格式不对，请查看接口说明。', 'The content type is not what this operation takes.'),
  ),
  tooLarge: problem(
    413,
    text('内容太多', 'Too much at once'),
    text('一次提交的内容太多，请分开提交。', 'This is too much for one request. Send it in parts.'),
  ),
  keyMissing: problem(
    400,
    text('缺少 Idempotency-Key', 'Idempotency-Key missing'),
    text(
      '请在请求头 Idempotency-Key 中带上 8 到 80 个字母、数字、“-”或“_”。',
      'Send an Idempotency-Key header of 8 to 80 letters, digits, “-” or “_”.',
    ),
  ),
  keyReused: problem(
    422,
    text('Idempotency-Key 重复', 'Idempotency-Key reused'),
    text(
      '这个 Idempotency-Key 已用于另一项内容不同的操作，请换一个。',
      'This Idempotency-Key was used for something else. Take a new one.',
    ),
  ),
  versionMissing: problem(
    428,
    text('缺少 If-Match', 'If-Match missing'),
    text('请在请求头 If-Match 中带上所依据的版本号。', 'Send the version you saw in the If-Match header.'),
  ),
  changed: problem(
    409,
    text('有人先改了', 'Changed meanwhile'),
    text(
      '您要办的这一步刚刚有了变化，请看过最新情况后再办。',
      'What this step rests on was changed just now. Look at the changes and try again.',
    ),
  ),
  busy: problem(
    503,
    text('请稍候', 'Busy'),
    text('现在办理的人较多，请稍后再试。', 'Many people are acting at once. Try again in a moment.'),
  ),
  unauthorised: problem(401, text('请先登录', 'Sign in'), text('登录已失效，请重新登录。', 'Sign in again.')),
  countyNotThere: problem(
    422,
    text('该县尚未开通', 'The county is not there yet'),
    text(
      '这个县（市、区）还没有开通协商平台，收不到督办。',
      'This county does not use the platform yet and would not get it.',
    ),
  ),
  forbidden: problem(
    403,
    text('无权办理', 'Not allowed'),
    text('您的身份不能办理或查看这里的内容。', 'Your role may not see or do this.'),
  ),
  notFound: problem(404, text('没有找到', 'Not found'), text('没有找到您要的内容。', 'There is nothing here.')),
  linkInvalid: problem(
    404,
    text('链接已失效', 'The link no longer works'),
    text(
      '这个链接无效或已过期，请联系村（社区）重新发送。',
      'This link is wrong or has expired. Ask your village or community for a new one.',
    ),
  ),
  tooManyPhotos: problem(
    429,
    text('今天的照片太多', 'Too many photos today'),
    text(
      '这个地方今天上传的照片已到上限，请明天再传。',
      'This place has handed in as many photos today as it may. Hand it in tomorrow.',
    ),
  ),
  photoUnreadable: problem(
    422,
    text('照片不能用', 'Not a usable photo'),
    text('请上传完整的 JPEG 照片，不超过 300 KB。', 'Hand in a JPEG photo that is whole, of at most 300 KB.'),
  ),
  alreadyVoted: problem(
    409,
    text('您已投票', 'Already voted'),
    text('您在这一轮已经投过票，以第一次为准。', 'You have voted in this round. Your first ballot counts.'),
  ),
  roundClosed: problem(
    409,
    text('投票已结束', 'The vote is closed'),
    text('这一轮投票已经结束。', 'This round is closed.'),
  ),
  ballotChanged: problem(
    409,
    text('表决内容有更新', 'The ballot has changed'),
    text(
      '这一轮的表决内容已更新，请刷新页面后重新选择。',
      'What is voted on has changed. Reload the page and choose again.',
    ),
  ),
  ballotNotReady: problem(
    409,
    text('投票正在准备', 'Not ready yet'),
    text('选票正在准备，请一分钟后再试。', 'The ballots are being prepared. Try again in a minute.'),
  ),
  opinionsClosed: problem(
    409,
    text('征求意见已截止', 'Opinions are closed'),
    text('征求意见的时间已过。', 'The time for opinions is over.'),
  ),
  feedbackNotOpen: problem(
    409,
    text('还没有公示', 'Not published yet'),
    text('成果公示之后才能反馈。', 'Feedback is taken once the outcome is published.'),
  ),
  tooOften: problem(
    429,
    text('太频繁', 'Too often'),
    text(
      '从您这里提交得太频繁，请稍等一会儿再试；也可以直接联系村（社区）。',
      'Too much came from where you are. Wait a little and try again, or contact your village or community.',
    ),
  ),
  applicationsNotYet: problem(
    409,
    text('报名还没有开通', 'Not open yet'),
    text('报名正在开通，请几分钟后再试。', 'Applications are being opened. Try again in a few minutes.'),
  ),
  cursorInvalid: problem(
    400,
    text('页码有误', 'Wrong cursor'),
    text('这个翻页位置无效，请从第一页重新查看。', 'This cursor is not valid here. Start from the first page.'),
  ),
  divisionUnknown: problem(
    422,
    text('没有这个地方', 'No such place'),
    text(
      '没有这个行政区划代码，请重新选择村（社区）。',
      'There is no such division. Choose the village or community again.',
    ),
  ),
  tooManyOpinions: problem(
    409,
    text('意见已较多', 'Many opinions already'),
    text(
      '您在这次协商中已留下20条，如有补充请联系村（社区）。',
      'You have left 20 here. For more, contact your village or community.',
    ),
  ),
  methodNotAllowed: problem(
    405,
    text('不支持的方法', 'Method not allowed'),
    text('这里不支持这种请求方法。', 'This method is not allowed here.'),
  ),
  internal: problem(
    500,
    text('系统出错', 'Something went wrong'),
    text('系统出错，已经记录，请稍后再试。', 'Something went wrong and was recorded. Try again later.'),
  ),
} as const satisfies Record<string, ProblemText>
