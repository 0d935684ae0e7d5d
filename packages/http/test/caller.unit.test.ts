import { describe, expect, it } from 'vitest'
import { callerOf } from '../src/caller.ts'

const secret = 's'.repeat(40)
const day = '2026-03-02'
const asked = (sourceIp: string, headers: Record<string, string> = {}) => ({
  headers,
  requestContext: { http: { sourceIp } },
})
const byFront = (address: string, given = secret) =>
  callerOf(asked('203.0.113.9', { 'x-viewer-address': address, 'x-front-secret': given }), secret, day)

describe('who calls without a name', () => {
  it('is known by the address that the front saw, with the front’s secret only', () => {
    const real = callerOf(asked('198.51.100.7'), secret, day)
    expect(byFront('198.51.100.7')).toBe(real)
    expect(byFront('198.51.100.8')).not.toBe(real)
    // Whoever makes addresses up stays who he is.
    const himself = callerOf(asked('203.0.113.9'), secret, day)
    for (const given of ['', 'x', `${secret}x`, secret.slice(1)])
      expect(byFront('198.51.100.7', given), given).toBe(himself)
  })

  it('believes nobody where there is no secret', () => {
    const headers = { 'x-viewer-address': '198.51.100.7', 'x-front-secret': '' }
    expect(callerOf(asked('203.0.113.9', headers), '', day)).toBe(callerOf(asked('203.0.113.9'), '', day))
  })

  it('is one home with all its addresses, and one caller however an address is written', () => {
    expect(byFront('2001:db8:1:2:aaaa:bbbb:cccc:dddd')).toBe(byFront('2001:0DB8:0001:0002::1'))
    expect(byFront('2001:db8:1:2::1')).not.toBe(byFront('2001:db8:1:3::1'))
    expect(byFront('::1')).toBe(byFront('0:0:0:0:0:0:0:2'))
    expect(byFront('::ffff:198.51.100.7')).toBe(byFront('198.51.100.7'))
  })

  it('is another one on another day, and nothing of the address is in it', () => {
    const today = byFront('198.51.100.7')
    expect(callerOf(asked('198.51.100.7'), secret, '2026-03-03')).not.toBe(today)
    expect(today).toMatch(/^[\w-]{43}$/)
    expect(callerOf(asked('198.51.100.7'), 't'.repeat(40), day)).not.toBe(today)
  })
})
