import { childrenOf } from '@xieshang/divisions'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { newKey, openApi } from '../journey/api.ts'
import { photo } from '../journey/putUp.ts'
import { type SeedPerson, seedPublished, seedReady } from '../journey/seeds.ts'
import { desktop, lookAt, phone, visitor } from './browser.ts'
import { type SignIn, signInAt } from './office.ts'
import { onStage } from './stage.ts'

const [village, neighbour] = childrenOf(childrenOf('331102')[0]?.code ?? '')
const people: SeedPerson[] = [
  { name: '陈书记', phone: '13811120001', category: '党员代表', class: '村（社区）党组织' },
  { name: '林主任', phone: '13811120002', category: '居民代表', class: '村（居）民委员会' },
  { name: '张大伯', phone: '13811120003', category: '居民代表', class: '当地居民' },
  { name: '李阿婆', phone: '13811120004', category: '老年人代表', class: '当地居民' },
  { name: '周大妈', phone: '', category: '妇女代表', class: '当地居民' },
]
const channels = ['sms', 'website', 'board', 'wechat']

const stage = onStage(['331102'])

const { at } = stage
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
const seed = (title: string) => ({ city: stage.city, village: village?.code ?? '', title, people, items: ['安装路灯'] })

const signIn = (page: Page, role: SignIn['role']) =>
  signInAt(page, {
    url: at('/office'),
    role,
    place: { county: '莲都区', township: '紫金街道', village: village?.name ?? '' },
  })

const noticeWith = (text: string) => ({
  text,
  materials: [{ title: '方案', text: '方案全文' }],
  meeting: { at: inHours(48), place: '社区会议室' },
  opinionsUntil: inHours(24),
  channels,
})

describe.each([
  { name: 'desktop', viewport: desktop },
  { name: 'phone', viewport: phone },
])('what is put up, at a $name', ({ name, viewport }) => {
  it('P3a: the county connects its account; the board is shown by a photo, and WeChat by the system', async () => {
    const county = await visitor(stage.browser, viewport)
    await signIn(county.page, '县（市、区）')
    await county.page.goto(at('/office/settings'))
    await county.page
      .getByText(name === 'desktop' ? '接入' : '更换', { exact: true })
      .first()
      .click()
    await county.page.getByLabel('公众号名称').fill('莲都民政')
    await county.page.getByLabel('AppID').fill('wx1234567890')
    await county.page.getByLabel('AppSecret').fill('0123456789abcdef0123456789abcdef')
    await county.page.getByLabel('封面图片的素材编号').fill('cover-1')
    await lookAt(county.page, `account-${name}`)
    await county.page.getByRole('button', { name: '接入' }).click()
    await county.page.getByText('已接入').waitFor()

    const title = `安装路灯（${name}）`
    const { id, give } = await seedReady(seed(title))
    await give('issueNotice', noticeWith('请大家来商量路灯装在哪里。'))
    const { page, complaints, close } = await visitor(stage.browser, viewport)
    await signIn(page, '村（社区）')
    await page.goto(at(`/office/c/${id}#notice`))
    const posting = page.locator('section.fact').filter({ hasText: '公告栏' })
    await posting.getByText('等待张贴').waitFor()
    await posting.getByLabel('张贴地点').fill('居委会门口')
    await posting.getByRole('button', { name: '登记' }).click()
    await posting.getByText('请附上照片').waitFor()
    const file = { name: 'board.png', mimeType: 'image/png', buffer: await page.screenshot() }
    await posting.getByLabel('照片', { exact: true }).setInputFiles(file)
    await posting.getByRole('img', { name: '照片' }).waitFor()
    await lookAt(page, `posting-${name}`)
    await posting.getByRole('button', { name: '登记' }).click()
    await posting.getByText('居委会门口').waitFor()
    await posting.getByRole('button', { name: '查看照片' }).click()
    await posting.getByRole('img', { name: '照片' }).waitFor()
    const width = await posting.getByRole('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)
    expect(width).toBe(viewport.width)
    await page.reload()
    const wechat = page.locator('section.fact').filter({ hasText: '微信公众号' })
    await wechat.getByText('莲都民政').waitFor()
    await lookAt(page, `posted-${name}`)
    expect([...complaints, ...county.complaints]).toEqual([])

    await page.goto(at('/wechat'))
    await page.getByRole('heading', { name: `协商告知：${title}` }).waitFor()
    await Promise.all([close(), county.close()])
  })

  it('P8: what the platform refuses is posted by hand, and both stand in the record', async () => {
    const office = openApi(`${stage.city.origin}/api/331102`)
    const token = await stage.city.token('county', '331102')
    const account = { name: '莲都民政', appId: 'wx1234560000', secret: '0123456789abcdef', cover: 'cover-1' }
    await office.send({ method: 'PUT', path: '/settings/wechat', body: account, token })
    const { id, give } = await seedPublished(seed(`路灯结果（${name}）`))
    await give('correctOutcome', { ground: '村规民约第三条', text: '补充说明' }, 'township')
    await give('publishOutcome', { channels, text: '更正后公示。' })
    const { page, complaints, close } = await visitor(stage.browser, viewport)
    await signIn(page, '村（社区）')
    await expect
      .poll(
        async () => {
          await page.goto(at(`/office/c/${id}#publication`))
          return page.getByText('系统没有发布成功').count()
        },
        { timeout: 30_000 },
      )
      .toBe(1)
    const posting = page.locator('section.fact').filter({ hasText: '微信公众号' })
    await posting.getByText('错误码40013').waitFor()
    await posting.getByLabel('公众号名称').fill('莲都民政')
    await posting.getByLabel('没有照片的原因').fill('在公众号上可以直接查看')
    await lookAt(page, `posting-failed-${name}`)
    await posting.getByRole('button', { name: '登记' }).click()
    await posting.getByText('在公众号上可以直接查看').waitFor()
    await page.goto(at(`/office/c/${id}/record`))
    await page.getByText('由“莲都民政”发布').waitFor()
    expect(await page.getByText('错误码40013').count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })
})

describe('photos over the API', () => {
  it('P3a: are JPEGs of the consultation, read by who reaches it and by nobody else', async () => {
    const { id, api } = await seedReady(seed('照片'))
    const token = await stage.city.token('village', village?.code ?? '', 1)
    const stranger = await stage.city.token('village', neighbour?.code ?? '', 1)
    const handIn = (jpeg: string, as = token, key = newKey()) =>
      api.raw({
        method: 'POST',
        path: `/consultations/${id}/photos`,
        body: { jpeg },
        token: as,
        headers: { 'idempotency-key': key },
      })
    const jpeg = photo
    // The first bytes of a photo make none.
    expect((await handIn(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]).toString('base64'))).status).toBe(422)
    expect((await handIn(Buffer.from('<svg/>').toString('base64'))).status).toBe(422)
    expect((await handIn('not base64!')).status).toBe(400)
    expect((await handIn(Buffer.alloc(300_001, 0xff).toString('base64'))).status).toBe(400)
    expect((await handIn(jpeg, stranger)).status).toBe(403)
    const key = newKey()
    const first = await handIn(jpeg, token, key)
    expect(first.status).toBe(201)
    const { photo: kept } = (await first.json()) as { photo: string }
    expect(await (await handIn(jpeg, token, key)).json()).toEqual({ photo: kept })
    const read = (as: string, of = id) =>
      api.raw({ method: 'GET', path: `/consultations/${of}/photos/${kept}`, token: as })
    const own = await read(token)
    expect(own.headers.get('content-type')).toBe('image/jpeg')
    expect(Buffer.from(await own.arrayBuffer()).toString('base64')).toBe(jpeg)
    expect((await read(stranger)).status).toBe(403)
    expect((await read(token, '01KB2T9M4Z6V8Q0W3Y5R7N1C2D')).status).toBe(404)
  })
})
