import { dayOf } from '@xieshang/rules'
import { chosen, everybodyChannel, noticeOf, outcomeOf } from './declare.ts'
import { renderArticle } from './officialAccount/article.ts'

/** P3a, P8: an article under the county's official account (微信公众号), without a name of anybody. */
export const officialAccount = everybodyChannel('wechat', {
  tells: {
    NoticeIssued: {
      when: chosen('wechat'),
      of: noticeOf,
      says: ({ data: { text, meeting, opinionsUntil } }, _state, about) =>
        renderArticle({ kind: 'notice', ...about, text, meeting, opinionsUntil }),
    },
    OutcomePublished: {
      when: chosen('wechat'),
      of: outcomeOf,
      says: ({ data: { text, until } }, { items }, about) =>
        renderArticle({
          ...{ kind: 'outcome', ...about, text, until: dayOf(until) },
          items: items.map(({ title, status }) => ({ title, passed: status === 'passed' })),
        }),
    },
  },
  does: 'publishes under the official account',
  queue: { seconds: 60, receives: 5 },
  // The platform answers only addresses that its owner named: where functions have none that stays, a relay has.
  sender: {
    by: 'https',
    parameter: 'WechatEndpoint',
    variable: 'WECHAT_ENDPOINT',
    address: 'https://api.weixin.qq.com',
    description: 'Where the official account is spoken to: the platform, or a relay with a fixed address',
  },
})
