import * as z from 'zod'
import type { Article } from './article.ts'

/** What an official account needs to speak for a county. */
export type Account = {
  readonly appId: string
  readonly secret: string
  /** Id of the picture that stands above every article; the platform wants one. */
  readonly cover: string
}

/** The platform refused for good: trying again mends nothing. `code` is its own number. */
export class AccountRefused extends Error {
  readonly code: number

  constructor(code: number) {
    super(`The official account refused: ${code}`)
    this.code = code
  }
}

/** Errors that pass: the platform is busy, a token ran out, or the day's calls are used up. */
const passing: readonly number[] = [-1, 40001, 40014, 42001, 45009, 45011]

const tokenSchema = z.object({ access_token: z.string() })
const draftSchema = z.object({ media_id: z.string() })
const submittedSchema = z.object({ publish_id: z.coerce.string() })
const errorSchema = z.object({ errcode: z.int(), errmsg: z.string().optional() })

const timeoutMs = 8000

/**
 * Publishes an article under an official account: a draft, then its publication, which the platform carries out in a
 * moment after its own checks.
 * @param endpoint of the platform, or of a relay with the fixed address that the platform asks for
 * @returns the platform's number of the publication
 * @throws AccountRefused when it was refused for good; another Error when it may succeed later
 */
export async function publishArticle(endpoint: string, account: Account, article: Article): Promise<string> {
  async function call<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T> {
    const response = await fetch(`${endpoint}/cgi-bin/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok) throw new Error(`The platform answered ${response.status}`)
    const answer: unknown = await response.json()
    const failed = errorSchema.safeParse(answer)
    if (failed.success && failed.data.errcode !== 0) {
      if (passing.includes(failed.data.errcode)) throw new Error(`The platform is busy: ${failed.data.errcode}`)
      throw new AccountRefused(failed.data.errcode)
    }
    return schema.parse(answer)
  }

  const { appId, secret, cover } = account
  const { access_token } = await call(
    'stable_token',
    { grant_type: 'client_credential', appid: appId, secret },
    tokenSchema,
  )
  const token = encodeURIComponent(access_token)
  const { title, author, digest, content, link } = article
  const { media_id } = await call(
    `draft/add?access_token=${token}`,
    { articles: [{ title, author, digest, content, content_source_url: link, thumb_media_id: cover }] },
    draftSchema,
  )
  const { publish_id } = await call(`freepublish/submit?access_token=${token}`, { media_id }, submittedSchema)
  return publish_id
}
