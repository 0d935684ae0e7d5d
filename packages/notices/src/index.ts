export { renderSms, type Sms, type SmsContent } from './sms/render.ts'
export { smsSegments } from './sms/segments.ts'
