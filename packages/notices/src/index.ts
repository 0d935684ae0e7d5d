export { renderSms, type Sms, type SmsContent } from './sms/render.ts'
export { smsSegments } from './sms/segments.ts'
export { type Account, AccountRefused, publishArticle } from './wechat/account.ts'
export { type ArticleContent, renderArticle } from './wechat/article.ts'
