import type { CommandType, Consultation } from '@xieshang/rules'
import { commandPath } from '@xieshang/rules/deciding'
import { type Api, officer, openApi } from './api.ts'
import type { City } from './city.ts'

export type SeedPerson = {
  readonly name: string
  readonly phone: string
  readonly category: string
  readonly class: string
}

type Seed = {
  readonly city: City
  readonly village: string
  readonly title: string
  readonly people: readonly SeedPerson[]
  readonly items: readonly string[]
  /** Code of the matter; M5.1 is none that law gives to the assembly. */
  readonly matter?: string
}

export type Seeded = {
  readonly id: string
  readonly api: Api
  readonly give: (type: CommandType, body: unknown, by?: 'first' | 'second' | 'township') => Promise<Consultation>
}

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

/** A consultation of a village over the public API: listed, everybody told, its form chosen, its items entered. */
export async function seedReady({ city, village, title, people, items, matter = 'M5.1' }: Seed): Promise<Seeded> {
  const api = openApi(`${city.origin}/api/${village.slice(0, 6)}`, city.patienceMs)
  const by = {
    first: officer(api, await city.token('village', village, 1)),
    second: officer(api, await city.token('village', village, 2)),
    township: officer(api, await city.token('township', village.slice(0, 9))),
  }
  const lines = people.map((one) => [one.name, one.phone, one.category, one.class].join(','))
  await by.first.importCsv(`/villages/${village}/people/import`, ['姓名,手机号,类别,主体类型', ...lines].join('\n'))
  const register = await by.first.get<{ people: { id: string; name: string; category: string; class: string }[] }>(
    `/villages/${village}/people?limit=500`,
  )
  const listed = people.flatMap(({ name }) => register.people.find((one) => one.name === name) ?? [])
  const proposed = await by.first.post<{ consultation: Consultation }>('/consultations', {
    division: village,
    title,
    description: '请大家一起商量。',
    matter,
    publicInterest: true,
    proposers: [{ kind: 'committee', name: '居民委员会' }],
  })
  const { id } = proposed.consultation
  const give: Seeded['give'] = (type, body, who = 'first') => by[who].command(id, commandPath(type), body)
  await give('registerTopic', { party: '陈书记', committee: '林主任' })
  await give('fixParticipants', {
    basis: { nature: '公共事务', interests: '全体居民', complexity: '一般', scope: '全社区' },
    seats: listed.map((one) => ({ person: one.id, category: one.category, class: one.class })),
  })
  await give('issueNotice', {
    text: '请大家一起商量。',
    materials: [{ title: '方案', text: '方案全文' }],
    meeting: { at: inHours(2), place: '社区会议室' },
    opinionsUntil: inHours(1),
    channels: ['sms', 'website'],
  })
  await give('recordTelling', {
    seats: listed.map((_, index) => index + 1),
    channel: 'door',
    toldAt: new Date().toISOString(),
    teller: '网格员',
    note: '',
  })
  await give('chooseForms', { forms: ['meeting'] })
  for (const item of items)
    await give('addItem', {
      title: item,
      aspects: { problem: '居民多次反映', manifestation: '', impact: '', cause: '', solution: item, cautions: '' },
    })
  return { id, api, give }
}

/** The same, voted by hands with everybody in favour, and filed with the township. */
export async function seedFiled(seed: Seed): Promise<Seeded> {
  const seeded = await seedReady(seed)
  const { give } = seeded
  const seats = seed.people.map((_, index) => index + 1)
  await give('openSession', { kind: 'council', place: '社区会议室', host: '林主任', recorder: '文书' })
  await give('takeAttendance', { session: 1, present: seats })
  const items = seed.items.map((_, index) => index + 1)
  const counts = items.map((item) => ({ item, yes: seats.length, no: 0, abstain: 0 }))
  await give('openRound', { method: 'hands', items })
  await give('enterHands', { round: 1, counts })
  await give('confirmHands', { round: 1, counts }, 'second')
  await give('closeSession', { session: 1 })
  await give('fileRecord', { bodies: [{ body: 'township', name: '紫金街道办事处' }] })
  return seeded
}

/** The same, acknowledged by the township and published. */
export async function seedPublished(seed: Seed): Promise<Seeded> {
  const seeded = await seedFiled(seed)
  await seeded.give('answerFiling', { body: 0, result: 'acknowledged' }, 'township')
  await seeded.give('publishOutcome', { channels: ['website', 'sms'], text: '各条均已通过。' })
  return seeded
}
