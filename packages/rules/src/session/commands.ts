import { text } from '@xieshang/kernel'
import { command } from '../consultation/spec.ts'
import {
  closeSession,
  closeSessionFields,
  openSession,
  openSessionFields,
  takeAttendance,
  takeAttendanceFields,
} from './session.ts'

export const sessionCommands = {
  openSession: command('P5a', text('开始会议', 'Open a session'), openSessionFields, openSession, {
    rests: ['session'],
  }),
  takeAttendance: command('P6b', text('登记到会', 'Take attendance'), takeAttendanceFields, takeAttendance, {
    rests: ['participants', 'session'],
  }),
  closeSession: command('P5a', text('结束会议', 'Close the session'), closeSessionFields, closeSession, {
    rests: ['session'],
  }),
} as const
