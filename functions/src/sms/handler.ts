import { declared, snsProvider } from '@xieshang/channels'
import { seatSender } from '../telling/seatSender.ts'

const answerMs = 6000

/** Sends SMS by SNS. */
export const handler = seatSender(declared.sms, snsProvider({ timeoutMs: answerMs }), answerMs)
