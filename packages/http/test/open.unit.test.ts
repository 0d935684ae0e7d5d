import { placeCodeOf } from '@xieshang/kernel'
import { text } from '@xieshang/rules'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { createLog, httpHandler, implement } from '../src/index.ts'
import { operation } from '../src/operation.ts'
import * as residentApi from '../src/operations/resident.ts'
import { asGateway } from './gateway.ts'

const tenant = placeCodeOf('331102')
const claims = { sub: 'u1', name: '陈书记', role: 'county', division: tenant, tenant }
const answer = { schema: z.unknown() }
const summary = text('试', 'A try')
const open = operation({ id: 'open', method: 'get', path: '/open', summary, verb: 'open', answer })
const closed = operation({ id: 'closed', method: 'get', path: '/closed', summary, verb: 'administer', answer })
const forgetful = operation({ ...closed, id: 'forgetful', path: '/forgetful' })
const elsewhere = operation({ ...closed, id: 'elsewhere', path: '/elsewhere' })

const log = createLog({}, 'error')
const handler = httpHandler({ log, tenant, frontSecret: '' }, [
  implement(open, async (asked) => Object.keys(asked)),
  implement(closed, async ({ actor, prove }) => {
    prove(actor.division)
    return actor
  }),
  implement(forgetful, async ({ actor }) => actor),
  implement(elsewhere, async ({ actor, prove }) => {
    prove(placeCodeOf('331121001'))
    return actor
  }),
])

async function call(path: string, jwt?: { claims: object }) {
  const reply = await asGateway(handler, { method: 'GET', path, jwt })
  expect(reply.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
  return { status: reply.statusCode, body: JSON.parse(reply.body ?? 'null') }
}

describe('an open operation', () => {
  it('has no actor, whoever calls', async () => {
    for (const jwt of [undefined, { claims }, { claims: { ...claims, role: 'system' } }]) {
      const { status, body } = await call('/open', jwt)
      expect(status).toBe(200)
      expect(body).not.toContain('actor')
    }
  })

  it('asks for none by its type: code that does cannot be compiled', () => {
    // @ts-expect-error There is no actor to take.
    implement(open, async ({ actor }) => actor)
    // @ts-expect-error Neither in what residents reach.
    implement(residentApi.reply, async ({ actor }) => actor)
  })
})

describe('a closed operation', () => {
  it('has the officer as its actor, and nobody is the system', async () => {
    expect(await call('/closed', { claims })).toMatchObject({ status: 200, body: { sub: 'u1', role: 'county' } })
    expect((await call('/closed')).status).toBe(401)
    expect((await call('/closed', { claims: { ...claims, role: 'system' } })).status).toBe(403)
  })

  it('answers nothing where it did not ask whose the place is, or where the answer was no', async () => {
    expect(await call('/forgetful', { claims })).toMatchObject({ status: 500, body: { code: 'internal' } })
    expect(await call('/elsewhere', { claims })).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  })
})
