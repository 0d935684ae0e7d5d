export { renderSms, type Sms, type SmsContent, shortTime } from './sms/render.ts'
export { smsSegments } from './sms/segments.ts'
