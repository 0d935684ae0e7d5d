import type { Poster } from '../poster.ts'
import { type Account, AccountRefused, publishArticle } from './account.ts'
import type { Article } from './article.ts'

const notes = {
  published: (id: string) => `发布编号${id}`,
  notConnected: '本县尚未接入微信公众号',
  noAnswer: '微信公众平台暂时没有应答',
  refused: (code: number) => `微信公众平台未接受（错误码${code}）`,
}

/**
 * Publishes under the account that a county connected, if it has one.
 * @param endpoint of the platform, or of a relay with the fixed address that the platform asks for
 */
export const officialAccountPoster =
  (endpoint: string, connected: () => Promise<(Account & { readonly name: string }) | undefined>): Poster<Article> =>
  async (article) => {
    const account = await connected()
    if (account === undefined) return { kind: 'refused', note: notes.notConnected }
    const place = account.name
    try {
      return { kind: 'posted', place, note: notes.published(await publishArticle(endpoint, account, article)) }
    } catch (error) {
      return error instanceof AccountRefused
        ? { kind: 'refused', place, note: notes.refused(error.code) }
        : { kind: 'unanswered', place, note: notes.noAnswer, error }
    }
  }
