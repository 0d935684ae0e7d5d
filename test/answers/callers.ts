import { atLevel, placeCodeOf, type Role, seatsOf } from '@xieshang/kernel'
import { newKey } from '../journey/api.ts'
import type { City } from '../journey/city.ts'

export const county = placeCodeOf('331102')
export const township = placeCodeOf('331102001')
export const village = placeCodeOf('331102001001')

/** The place at which the people of a role sit. */
const placeOf = (role: Role): string => atLevel(village, seatsOf(role)[0] ?? 'county')

type Ask = { readonly as?: Role; readonly api?: string; readonly method?: string; readonly version?: number }

/** Calls of a city as its officers, and without any; what is refused is an error of the story. */
export function callersOf(city: City) {
  async function call(path: string, body?: unknown, { as, api = county, method, version }: Ask = {}): Promise<unknown> {
    const csv = typeof body === 'string'
    const response = await fetch(`${city.origin}/api/${api}${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        'idempotency-key': newKey(),
        ...(as !== undefined && { authorization: `Bearer ${await city.token(as, placeOf(as))}` }),
        ...(body !== undefined && { 'content-type': csv ? 'text/csv' : 'application/json' }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(body !== undefined && { body: csv ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`)
    return /\bjson\b/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text
  }

  return {
    call,
    /** The same, where the story goes on with what was answered. */
    ask: async <T>(path: string, body?: unknown, how?: Ask) => (await call(path, body, how)) as T,
  }
}

export type Callers = ReturnType<typeof callersOf>
