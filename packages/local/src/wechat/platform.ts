import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Page, PluginTools } from '@xieshang/desk'
import { wechatHtml } from './html.ts'

const articleTable =
  'CREATE TABLE IF NOT EXISTS articles (id TEXT PRIMARY KEY, account TEXT NOT NULL, title TEXT NOT NULL, author TEXT NOT NULL, content TEXT NOT NULL, link TEXT NOT NULL, at TEXT NOT NULL)'

type Article = {
  readonly title: string
  readonly author: string
  readonly content: string
  readonly content_source_url: string
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>
}

function json(response: ServerResponse, body: unknown): true {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
  return true
}

/**
 * `/wechat`: what official accounts published, and the three calls of the platform that the product makes. Any account
 * is taken but one whose AppID ends in `0000`, so that a refusal can be seen too. It belongs to the desk.
 */
export function wechatPlugin({ state, clock }: PluginTools) {
  state.db.exec(articleTable)
  const tokens = new Map<string, string>()
  const drafts = new Map<string, { readonly account: string; readonly article: Article }>()
  const insert = state.db.prepare(
    'INSERT INTO articles (id, account, title, author, content, link, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const newest = state.db.prepare('SELECT * FROM articles ORDER BY at DESC, rowid DESC LIMIT 200')

  const calls: Readonly<Record<string, (body: Record<string, unknown>, account: string) => unknown>> = {
    stable_token: ({ appid }) => {
      if (String(appid).endsWith('0000')) return { errcode: 40013, errmsg: 'invalid appid' }
      const access_token = randomUUID()
      tokens.set(access_token, String(appid))
      return { access_token, expires_in: 7200 }
    },
    'draft/add': ({ articles }, account) => {
      const media_id = randomUUID()
      const [article] = articles as Article[]
      if (article === undefined || article.title.length > 32)
        return { errcode: 45003, errmsg: 'title size out of limit' }
      drafts.set(media_id, { account, article })
      return { media_id }
    },
    'freepublish/submit': ({ media_id }) => {
      const draft = drafts.get(String(media_id))
      if (draft === undefined) return { errcode: 40007, errmsg: 'invalid media_id' }
      const publish_id = randomUUID()
      const { title, author, content, content_source_url } = draft.article
      insert.run(publish_id, draft.account, title, author, content, content_source_url, clock.date().toISOString())
      return { errcode: 0, errmsg: 'ok', publish_id }
    },
  }

  const page: Page = async (request, response, url) => {
    if (url.pathname === '/wechat') {
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
        .end(wechatHtml)
      return true
    }
    if (url.pathname === '/wechat/articles') return json(response, { articles: newest.all() })
    const call = calls[url.pathname.replace('/wechat/cgi-bin/', '')]
    if (call === undefined || request.method !== 'POST') return false
    const account = tokens.get(url.searchParams.get('access_token') ?? '')
    if (account === undefined && !url.pathname.endsWith('stable_token'))
      return json(response, { errcode: 40001, errmsg: 'invalid credential' })
    return json(response, call(await bodyOf(request), account ?? ''))
  }
  return { page }
}
