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

/** What was answered. @throws ApiFailure with the API's own words */
export async function answered<T>(asked: Promise<{ readonly data?: T }>): Promise<T> {
  const { data } = await asked
  if (data === undefined) throw new Error('An answer without content')
  return data
}
