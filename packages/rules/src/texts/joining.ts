import { type Text, text } from '@xieshang/kernel'

/** Refusals of applying to take part. */
export const joiningRefusals = {
  applicationsClosed: text(
    '现在不能报名：议题备案后、名单确定前可以报名。',
    'Applications are taken after the topic is registered and before the list is fixed.',
  ),
  applicantElsewhere: text(
    '请选择参加这次协商的村（社区）。',
    'Choose a village that takes part in this consultation.',
  ),
  applicationDecided: text('这份报名已经办理。', 'This application has been decided already.'),
  declineNeedsReason: text('不接纳的，请写明理由。', 'Give the reason why it is declined.'),
} as const satisfies Record<string, Text>
