import { expect, it } from 'vitest'
import { shownSms, smsStates, toDoorStates } from './sms.ts'

const at = '2026-03-01T08:00:00.000Z'

it('S2: an SMS that has no receipt for a day is one that nobody knows of', () => {
  expect(shownSms('sent', at, '2026-03-02T08:00:00.000Z')).toBe('sent')
  expect(shownSms('sent', at, '2026-03-02T08:00:01.000Z')).toBe('unconfirmed')
  expect(shownSms('delivered', at, '2026-04-01T08:00:00.000Z')).toBe('delivered')
  // Of one from before moments were kept, nobody can say how long ago it was.
  expect(shownSms('sent', undefined, '2026-04-01T08:00:00.000Z')).toBe('sent')
})

it('P3a: somebody goes to the door unless the phone has it or may still get it', () => {
  expect(smsStates.filter((state) => !toDoorStates.includes(state))).toEqual(['waiting', 'sent', 'delivered'])
})
