import { openActs } from '@xieshang/acts'
import { AccountRefused, publishArticle, renderArticle } from '@xieshang/channels'
import { createLog } from '@xieshang/http'
import { type Consultation, type ConsultationEvent, isPosted } from '@xieshang/rules'
import { openOfficialAccount } from '@xieshang/store'
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { county } from '../wiring/county.ts'
import { required } from '../wiring/environment.ts'
import { takeEach } from '../wiring/queue.ts'
import { withSecrets } from '../wiring/secrets.ts'
import { articleOf, type Posting, postingSchema } from './posting.ts'

const { tenant, table, store } = county()
const { secrets, people } = withSecrets(table, tenant)
const acts = openActs({ store, people, secrets })
const account = openOfficialAccount(table, secrets)
const origin = required('PUBLIC_ORIGIN')
const endpoint = required('WECHAT_ENDPOINT')
const log = createLog({ function: 'wechat', tenant })

/** As often as the queue gives a message before it lays it aside. */
const mostTries = 5

const published = (id: string) => `发布编号${id}`
const notConnected = '本县尚未接入微信公众号'
const noAnswer = '微信公众平台暂时没有应答'
const refused = (code: number) => `微信公众平台未接受（错误码${code}）`

type Result = { readonly result: 'posted' | 'failed'; readonly place: string; readonly note: string }

async function report(id: string, key: string, posting: Posting, result: Result): Promise<void> {
  const outcome = await acts.run({
    consultation: id,
    command: { type: 'reportPosting', body: { ...posting, channel: 'wechat', ...result } },
    actor: { sub: 'system', name: '系统', role: 'system', division: tenant },
    now: new Date().toISOString(),
    request: { sub: 'system', key, fingerprint: key },
    authorise: () => undefined,
  })
  if (outcome.kind === 'changed') throw new Error('The consultation keeps changing')
}

/** What came of publishing. @throws Error when it may succeed later */
async function publish(state: Consultation, posting: Posting, last: boolean): Promise<Result> {
  const [connected, { nameOf }] = await Promise.all([account.open(), store.places.known()])
  const place = connected?.name ?? nameOf(tenant)
  if (connected === undefined) return { result: 'failed', place, note: notConnected }
  const article = renderArticle(articleOf(state, posting, nameOf(state.division), `${origin}/p/${tenant}/${state.id}`))
  try {
    return { result: 'posted', place, note: published(await publishArticle(endpoint, connected, article)) }
  } catch (error) {
    if (error instanceof AccountRefused) return { result: 'failed', place, note: refused(error.code) }
    log.warn('not published', { error, last })
    if (last) return { result: 'failed', place, note: noAnswer }
    throw error
  }
}

const postingIn = (state: Consultation, event: ConsultationEvent): Posting | undefined => {
  if (event.type === 'NoticeIssued') return { of: 'notice', number: event.data.notice }
  const index = state.publications.findIndex(({ at }) => at === event.at)
  return event.type === 'OutcomePublished' && index >= 0 ? { of: 'outcome', number: index + 1 } : undefined
}

async function take({ body, attributes }: SQSRecord): Promise<void> {
  const { consultation, event: number } = postingSchema.parse(JSON.parse(body))
  const [state, event] = await Promise.all([
    store.consultations.load(consultation),
    store.consultations.event(consultation, number),
  ])
  if (state === undefined || event === undefined) throw new Error('There is no such event')
  const posting = postingIn(state, event)
  if (posting === undefined || isPosted(state, posting.of, posting.number, 'wechat')) return
  const last = Number(attributes.ApproximateReceiveCount) >= mostTries
  await report(consultation, `wechat-${consultation}-${number}`, posting, await publish(state, posting, last))
}

/** P3a, P8: publishes under the county's official account; where that fails for good, an officer is told to do it by hand. */
export const handler = (batch: SQSEvent): Promise<SQSBatchResponse> =>
  takeEach(batch, take, (error, messageId) => log.warn('not posted', { error, messageId }))
