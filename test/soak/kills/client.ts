import { newKey } from '../../journey/api.ts'
import type { Book } from './book.ts'

export type Asked = {
  readonly method?: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly body?: unknown
  readonly csv?: string
  readonly token?: string
  readonly ifMatch?: number
  readonly key?: string
}

export type Answered = { readonly status: number; readonly body: Record<string, unknown> }

/** Longer than any start of the city takes on a busy machine. */
const patienceMs = 300_000
const answerWithinMs = 35_000

/**
 * Requests of one who does not give up: the same one under the same key until there is an answer that is none of a
 * broken city. What is acknowledged is counted.
 */
export function openClient(base: string, book: Book) {
  async function once({ method = 'GET', path, body, csv, token, ifMatch }: Asked, key: string): Promise<Answered> {
    const response = await fetch(`${base}${path}`, {
      method,
      signal: AbortSignal.timeout(answerWithinMs),
      headers: {
        accept: 'application/json',
        'idempotency-key': key,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(csv !== undefined && { 'content-type': 'text/csv' }),
        ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(csv !== undefined && { body: csv }),
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }

  return async (asked: Asked): Promise<Answered> => {
    const key = asked.key ?? newKey()
    const until = Date.now() + patienceMs
    for (let tries = 1; ; tries++) {
      const answer = await once(asked, key).catch((error: unknown) => {
        if (Date.now() >= until) throw error
        return undefined
      })
      if (answer !== undefined && answer.status < 500) {
        if (asked.method !== undefined && asked.method !== 'GET' && answer.status < 300) {
          book.acknowledged++
          if (tries > 1) book.again++
          book.moments.emit('acknowledged')
        }
        return answer
      }
      if (Date.now() >= until) throw new Error(`${asked.path} answered ${answer?.status} for ${patienceMs / 1000} s`)
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}

export type Client = ReturnType<typeof openClient>
