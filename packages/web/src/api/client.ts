import type { PlaceCode } from '@xieshang/kernel'
import createClient, { type Client, type Middleware } from 'openapi-fetch'
import { timedFetch } from '../shared/clock.ts'
import { ApiFailure, type Problem } from '../shared/problem.ts'
import { languageTag } from '../texts/current.ts'

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'detail' in value && 'code' in value

/** What an answer that is an error says. What stands before the API, e.g. its gateway, says no more than the status. */
async function problemIn(response: Response): Promise<Problem> {
  const said: unknown = await response.json().catch(() => undefined)
  if (isProblem(said)) return said
  const { status } = response
  return { status, code: status === 401 ? 'unauthorised' : 'failed', title: '', detail: '' }
}

/** Sentences come in the person's language, and an error is thrown in the API's own words. */
const spoken: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', languageTag())
    return request
  },
  async onResponse({ response }) {
    if (!response.ok) throw new ApiFailure(await problemIn(response))
  },
}

/** A client of the document whose paths lie below an address. Every answer tells the server's time besides. */
export function clientOf<Paths extends object>(baseUrl: string, ...middleware: readonly Middleware[]): Client<Paths> {
  const client = createClient<Paths>({ baseUrl, fetch: timedFetch })
  client.use(spoken, ...middleware)
  return client
}

/** What a code has beside what every text has. */
type Mark = Pick<PlaceCode, Exclude<keyof PlaceCode, keyof string>>

/** The client's types take a code apart as if it were an object; here it is whole again. */
type Whole<T> = T extends Mark
  ? PlaceCode
  : T extends readonly (infer E)[]
    ? Whole<E>[]
    : T extends Blob
      ? T
      : T extends object
        ? { [K in keyof T]: Whole<T[K]> }
        : T

/** What was answered. @throws ApiFailure with the API's own words */
export async function answered<T>(asked: Promise<{ readonly data?: T }>): Promise<Whole<T>> {
  const { data } = await asked
  if (data === undefined) throw new Error('An answer without content')
  return data as Whole<T>
}
