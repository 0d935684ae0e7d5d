import { placeCodeOf } from '@xieshang/kernel'
import { openOfficialAccount, openSecrets } from '@xieshang/store'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inHours, now, startCounty, type TestCounty } from '../../packages/store/test/county.ts'
import { rowsOf } from '../../packages/store/test/table.ts'
import { startPlatform } from './platform.ts'
import { startSns } from './sns.ts'
import { queueOf, streamOf, wireCounty } from './wired.ts'

let county: TestCounty
let sns: Awaited<ReturnType<typeof startSns>>
let platform: Awaited<ReturnType<typeof startPlatform>>
let wired: Awaited<ReturnType<typeof wireCounty>>

beforeAll(async () => {
  county = await startCounty()
  sns = await startSns()
  platform = await startPlatform()
  process.env.WECHAT_ENDPOINT = platform.endpoint
  wired = await wireCounty(county.tableName, { sns, kmsEndpoint: county.kmsEndpoint })
})

afterAll(() => {
  county.stop()
  sns.stop()
  platform.stop()
})

const secret = '0123456789abcdef0123456789abcdef'
const account = () =>
  openOfficialAccount(
    county.table,
    openSecrets({ table: county.table, kms: county.kms, keyArn: 'key', tenant: placeCodeOf('331102') }),
  )
const connect = () =>
  account().connect({
    name: '莲都民政',
    appId: 'wx1234567890',
    cover: 'cover-1',
    secret,
    at: now(),
    by: { sub: 'county', name: '民政局' },
  })

let id: string
let event: number

/** A notice that goes out on WeChat, as the outbox hands it on. */
beforeEach(async () => {
  id = await county.ready(4)
  const state = await county.done(id, 'issueNotice', {
    text: '请来<b>商议</b>',
    materials: [{ title: '方案', text: '内容' }],
    meeting: { at: inHours(48), place: '礼堂' },
    opinionsUntil: inHours(24),
    channels: ['wechat'],
  })
  event = state.version
  platform.takeCalls()
})

async function publish(tries = 1) {
  const batch = queueOf([JSON.stringify({ consultation: id, event })])
  for (const record of batch.Records) Object.assign(record, { attributes: { ApproximateReceiveCount: String(tries) } })
  const answer = await wired.wechat(batch)
  const state = await county.store.consultations.load(id)
  return { failed: answer.batchItemFailures.length, postings: state?.postings ?? [] }
}

describe('a notice on WeChat', () => {
  it('P3a: is handed on by the outbox once it is issued, and only where the channel was chosen', async () => {
    const rows = (await rowsOf(county.client, county.tableName)).filter(
      ({ PK, SK }) => PK === `CASE#${id}` && SK.startsWith('EVENT#'),
    )
    sns.takePublished()
    expect(await wired.relay(streamOf(rows))).toEqual({ batchItemFailures: [] })
    const posted = sns.takePublished().filter(({ attributes }) => attributes.kind === 'posting')
    expect(posted).toEqual([
      { attributes: { kind: 'posting', channel: 'wechat' }, body: JSON.stringify({ consultation: id, event }) },
    ])
  })

  it('P3a: is put up by hand where the county has no account; the officer is told why', async () => {
    await account().disconnect()
    expect(await publish()).toMatchObject({
      failed: 0,
      postings: [{ channel: 'wechat', failed: true, note: '本县尚未接入微信公众号' }],
    })
    expect(platform.takeCalls()).toEqual([])
  })

  it('P3a: is published under the county’s account, once, however often it is told', async () => {
    await connect()
    expect(await publish()).toMatchObject({
      failed: 0,
      postings: [{ of: 'notice', channel: 'wechat', poster: '系统', place: '莲都民政', note: '发布编号2247' }],
    })
    const [token, draft, submitted, ...others] = platform.takeCalls()
    expect(token?.body).toEqual({ grant_type: 'client_credential', appid: 'wx1234567890', secret })
    expect(draft?.path).toBe('/cgi-bin/draft/add?access_token=a%2Bb%2Fc')
    expect(draft?.body).toMatchObject({
      articles: [
        {
          title: '协商告知：停车位改造',
          thumb_media_id: 'cover-1',
          content_source_url: `https://xieshang.example/p/331102/${id}`,
          content: expect.stringContaining('请来&lt;b&gt;商议&lt;/b&gt;'),
        },
      ],
    })
    expect(submitted?.body).toEqual({ media_id: 'draft-1' })
    expect(others).toEqual([])
    expect((await publish()).postings).toHaveLength(1)
    expect(platform.takeCalls()).toEqual([])
  })

  it('P3a: that the platform refuses for good is left to an officer, with the platform’s own number', async () => {
    await connect()
    platform.trouble({ errcode: 40164 })
    expect(await publish()).toMatchObject({
      failed: 0,
      postings: [{ failed: true, note: '微信公众平台未接受（错误码40164）' }],
    })
  })

  it.each([{ errcode: -1 }, { errcode: 45009 }, { status: 502 }])(
    'P3a: waits while the platform has trouble that passes (%j), and is left to an officer in the end',
    async (trouble) => {
      await connect()
      platform.trouble(trouble)
      expect(await publish()).toEqual({ failed: 1, postings: [] })
      platform.trouble(trouble)
      expect(await publish(5)).toMatchObject({
        failed: 0,
        postings: [{ failed: true, note: '微信公众平台暂时没有应答' }],
      })
    },
  )

  it('the secret of the account is read back by nobody, and lies sealed', async () => {
    await connect()
    expect(await account().get()).not.toHaveProperty('secret')
    const rows = JSON.stringify(await county.table.get({ PK: 'WECHAT', SK: 'WECHAT' }))
    expect(rows).not.toContain(secret)
  })
})
