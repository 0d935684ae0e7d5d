import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childrenOf } from '@xieshang/divisions'
import type { Consultation } from '@xieshang/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newKey, officer } from '../journey/api.ts'
import { type City, eventually, messagesOf } from '../journey/city.ts'
import { type Seeded, type SeedPerson, seedFiled, seedPublished } from '../journey/seeds.ts'
import { cityAt, freePort, type Running, startCity } from './running.ts'

const village = childrenOf(childrenOf('331102')[0]?.code ?? '')[0]?.code ?? ''
const reader = { name: '李阿婆', phone: '13811110003' }
const people: SeedPerson[] = [
  { name: '陈书记', phone: '13811110001', category: '党员代表', class: '村（社区）党组织' },
  { name: '林主任', phone: '13811110002', category: '居民代表', class: '村（居）民委员会' },
  { ...reader, category: '老年人代表', class: '当地居民' },
  { name: '张大伯', phone: '13811110004', category: '居民代表', class: '当地居民' },
  { name: '周大妈', phone: '', category: '妇女代表', class: '当地居民' },
]

let data: string
let running: Running
let city: City

beforeAll(async () => {
  const port = await freePort()
  data = await mkdtemp(join(tmpdir(), 'xieshang-feedback-'))
  running = await startCity({ port, data, counties: ['331102'] })
  city = cityAt(port, data)
}, 300_000)

afterAll(async () => {
  await running?.stop()
  await rm(data, { recursive: true, force: true })
})

type Written = { text: string; at: string; answer?: { text: string; at: string } }
type LinkView = { opinions: Written[]; feedback: Written[]; feedbackOpen: boolean; opinionsOpen: boolean }
type PublicView = {
  followUp?: { feedback: Written[] }
  takenUpBy: { id: string; title: string }[]
  follows?: { id: string; title: string }
}

const seed = (title: string) => ({ city, village, title, people, items: ['安装路灯'] })

/** The personal link of a consultation that a phone got. */
const linkOf = (phone: string, title: string) =>
  eventually('the personal link', async () =>
    (await messagesOf(city, `+86${phone}`))
      .filter(({ text }) => text.includes(title))
      .map(({ text }) => /\/r\/\d{6}\/([A-Za-z0-9_-]+)/.exec(text)?.[1])
      .find((token) => token !== undefined),
  )

const leave = ({ api }: Seeded, token: string, kind: 'feedback' | 'opinions', text: string, key = newKey()) =>
  api.send<LinkView>({
    method: 'POST',
    path: `/links/${token}/${kind}`,
    body: { text },
    headers: { 'idempotency-key': key },
  })

const publicOf = ({ api, id }: Seeded) => api.send<PublicView>({ method: 'GET', path: `/public/consultations/${id}` })

describe('feedback', () => {
  it('P11a: is refused before the publication, in a sentence with the clause, and opinions are still taken', async () => {
    const seeded = await seedFiled(seed('备案未公示'))
    const token = await linkOf(reader.phone, '备案未公示')
    await expect(leave(seeded, token, 'feedback', '灯还没装')).rejects.toMatchObject({
      status: 409,
      problem: { code: 'feedbackNotOpen', clause: 'P11a', detail: expect.stringMatching(/公示之后/) },
    })
    const seen = await seeded.api.send<LinkView>({ method: 'GET', path: `/links/${token}` })
    expect(seen).toMatchObject({ feedbackOpen: false, feedback: [] })
    expect((await publicOf(seeded)).followUp).toBeUndefined()
  })

  it('P11a: is left by the personal link, answered by the office, and public without a name; then taken up again', async () => {
    const seeded = await seedPublished(seed('安装路灯'))
    const token = await linkOf(reader.phone, '安装路灯')
    const key = newKey()
    const [first, again] = [
      await leave(seeded, token, 'feedback', '路灯太暗', key),
      await leave(seeded, token, 'feedback', '路灯太暗', key),
    ]
    expect(first.feedback.map(({ text }) => text)).toEqual(['路灯太暗'])
    expect(again).toEqual(first)
    expect(first.opinions).toEqual([])
    await expect(leave(seeded, token, 'feedback', '路灯太亮', key)).rejects.toMatchObject({
      status: 422,
      problem: { code: 'keyReused' },
    })
    const after = await seeded.api.send<LinkView>({ method: 'GET', path: `/links/${token}` })
    expect(
      after.feedback.map(({ text }) => text),
      'what was refused changed nothing',
    ).toEqual(['路灯太暗'])
    expect((await publicOf(seeded)).followUp?.feedback, 'nothing is public before it is answered').toEqual([])

    const office = officer(seeded.api, await city.token('village', village))
    const { opinions } = await office.get<{ opinions: { id: string; kind: string; name: string }[] }>(
      `/consultations/${seeded.id}/opinions?kind=feedback`,
    )
    expect(opinions).toMatchObject([{ kind: 'feedback', name: reader.name }])
    await seeded.give('answerOpinion', { opinion: opinions[0]?.id, text: '已换成亮灯' })
    const shown = await publicOf(seeded)
    expect(shown.followUp?.feedback).toMatchObject([{ text: '路灯太暗', answer: { text: '已换成亮灯' } }])
    for (const { name } of people) expect(JSON.stringify(shown)).not.toContain(name)

    const next = await office.post<{ consultation: Consultation }>('/consultations', {
      division: village,
      title: '路灯亮度',
      description: '居民反映路灯太暗。',
      matter: 'M5.1',
      publicInterest: true,
      proposers: [{ kind: 'committee', name: '居民委员会' }],
      follows: seeded.id,
    })
    expect((await publicOf(seeded)).takenUpBy, 'a topic that nobody registered is not public').toEqual([])
    await office.command(next.consultation.id, 'register-topic', { party: '书记', committee: '主任' })
    expect((await publicOf(seeded)).takenUpBy).toEqual([{ id: next.consultation.id, title: '路灯亮度' }])
    expect((await publicOf({ ...seeded, id: next.consultation.id })).follows).toEqual({
      id: seeded.id,
      title: '安装路灯',
    })
  })

  it('P11a: nonsense, a wrong link and too much of it are refused with a sentence', async () => {
    const seeded = await seedPublished(seed('安装信箱'))
    const token = await linkOf(reader.phone, '安装信箱')
    await expect(leave(seeded, token, 'feedback', '   ')).rejects.toMatchObject({
      status: 400,
      problem: { field: 'text' },
    })
    await expect(leave(seeded, 'x'.repeat(22), 'feedback', '有意见')).rejects.toMatchObject({ status: 404 })
    for (let count = 0; count < 20; count++) await leave(seeded, token, 'feedback', `第${count}条`)
    await expect(leave(seeded, token, 'feedback', '第21条')).rejects.toMatchObject({
      status: 409,
      problem: { code: 'tooManyOpinions' },
    })
  })
})
