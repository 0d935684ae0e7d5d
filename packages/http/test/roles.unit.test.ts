import { atLevel, isOfficerRole, officerRoles, placeCodeOf, roles, rolesWith, seatsOf } from '@xieshang/kernel'
import { describe, expect, it } from 'vitest'
import { cityOperations, countyOperations } from '../src/documents.ts'
import { createLog, httpHandler, type Implementation, Problem } from '../src/index.ts'
import { asGateway } from './gateway.ts'

const group = placeCodeOf('331102001001001')

/** Everybody who may sign in, at each of the places where they may sit. */
const people = officerRoles.flatMap((role) => seatsOf(role).map((level) => ({ role, division: atLevel(group, level) })))

/** Answers whatever it is asked, by somebody of whom it was asked, that there is nothing. */
const nothing = async () => {
  throw Problem.of('notFound')
}

const apis = [
  ['county', placeCodeOf('331102'), countyOperations],
  ['city', placeCodeOf('3311'), cityOperations],
] as const

describe.each(apis)('an operation of the %s', (_name, tenant, operations) => {
  const log = createLog({}, 'error')
  const implementations = operations.map(
    (operation): Implementation => ({ operation, access: operation.verb, run: nothing }),
  )
  const handler = httpHandler({ log, tenant, frontSecret: '' }, implementations)

  async function statusOf({ method, path }: (typeof operations)[number], claims: object): Promise<number | undefined> {
    const filled = path.replaceAll(/\{[^}]+\}/g, '331102')
    const { statusCode } = await asGateway(handler, { method: method.toUpperCase(), path: filled, jwt: { claims } })
    return statusCode
  }

  it.each(people)('is open to $role at $division as the table of roles says', async ({ role, division }) => {
    const claims = { sub: 'u1', name: '某人', role, division, tenant: atLevel(division, 'county') }
    const own = division.startsWith(tenant)
    for (const operation of operations) {
      const allowed = operation.verb === 'open' || (own && rolesWith(operation.verb).includes(role))
      const status = await statusOf(operation, claims)
      // Of what is allowed it is said what is missing, or that there is nothing.
      if (allowed) expect(status === 403 || status === 500, `${operation.id} ${status}`).toBe(false)
      else expect(status, operation.id).toBe(403)
    }
  })

  it('is nobody’s who does not sign in', async () => {
    for (const role of Object.keys(roles).filter((name) => !isOfficerRole(name)))
      for (const operation of operations.filter(({ verb }) => verb !== 'open'))
        expect(await statusOf(operation, { sub: 'u1', role, division: tenant, tenant }), operation.id).toBe(403)
  })
})
