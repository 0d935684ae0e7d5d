import { describe, expect, it } from 'vitest'
import { type Stack, synthesizedStacks } from '../infra/test/template.ts'
import { cityOperations, countyOperations } from '../packages/http/src/documents.ts'
import type { AnyOperation } from '../packages/http/src/operation.ts'

const {
  city,
  counties: [county],
} = synthesizedStacks()

/** A route's path as what it takes: `{proxy+}` any rest, any other `{…}` one part. */
const taking = (path: string) => new RegExp(`^${path.replace(/\{\w+\+\}/g, '.+').replace(/\{\w+\}/g, '[^/]+')}$`)

/** How each route of a stack is reached, by its method and path. */
const routesOf = (stack: Stack) =>
  stack.of('AWS::ApiGatewayV2::Route').map(([, { RouteKey, AuthorizationType }]) => {
    const [method = '', path = ''] = String(RouteKey).split(' ')
    return { method, path: taking(path), open: AuthorizationType === 'NONE' }
  })

/** Operations that no route leads to, or one that asks for a token where none is needed, or the other way round. */
function lost(stack: Stack, operations: readonly AnyOperation[]): string[] {
  const routes = routesOf(stack)
  return operations.flatMap(({ id, method, path, verb }) => {
    const asked = path.replace(/\{\w+\}/g, 'x')
    const found = routes.filter(
      (route) => (route.method === 'ANY' || route.method === method.toUpperCase()) && route.path.test(asked),
    )
    return found.length > 0 && found.every(({ open }) => open === (verb === 'open')) ? [] : [id]
  })
}

describe('the gateway', () => {
  it('leads to every operation of the county, with a token where one is needed', () => {
    if (county === undefined) throw new Error('There is no county')
    expect(lost(county, countyOperations)).toEqual([])
  })

  it('leads to every operation of the city, with a token', () => {
    expect(lost(city, cityOperations)).toEqual([])
  })
})
