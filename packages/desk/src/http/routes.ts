import type { LocalFunction } from '../lambda/function.ts'

export type Jwt = { readonly issuer: string; readonly audience: readonly string[] }

export type Route = {
  /** `ANY /notes/{proxy+}` or `$default`. */
  readonly key: string
  readonly target: LocalFunction
  readonly jwt: Jwt | undefined
}

export type Match = { readonly route: Route; readonly pathParameters: Readonly<Record<string, string>> }

type Compiled = { readonly route: Route; readonly method: string; readonly pattern: RegExp; readonly rank: number }

function compile(route: Route): Compiled {
  if (route.key === '$default') return { route, method: 'ANY', pattern: /^/, rank: 1000 }
  const [method = 'ANY', path = '/'] = route.key.split(' ')
  const pattern = path
    .replace(/[.*?^$()|[\]\\]/g, '\\$&')
    .replace(/\{(\w+)\+\}/g, '(?<$1>.+)')
    .replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')
  const greedy = path.includes('+}') ? 100 : 0
  const variables = (path.match(/\{/g) ?? []).length * 10
  return {
    route,
    method,
    pattern: new RegExp(`^${pattern}$`),
    rank: greedy + variables + (method === 'ANY' ? 1 : 0) - path.length / 1000,
  }
}

/** Chooses a route as API Gateway does: exact before variables before greedy before $default, a method before ANY. */
export function routeTable(routes: readonly Route[]) {
  const table = routes.map(compile).sort((a, b) => a.rank - b.rank)
  return (method: string, path: string): Match | undefined => {
    for (const { route, method: wanted, pattern } of table) {
      if (wanted !== 'ANY' && wanted !== method) continue
      const found = pattern.exec(path)
      if (found === null) continue
      const pathParameters = Object.fromEntries(
        Object.entries(found.groups ?? {}).map(([name, value]) => [name, decoded(value)]),
      )
      return { route, pathParameters }
    }
    return undefined
  }
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
