import type { Consultation } from '@xieshang/rules'
import type { City } from '../journey/city.ts'
import { eventually, messagesOf } from '../journey/city.ts'
import { wholeList } from '../journey/wholeCase.ts'
import { type Callers, county, township, village } from './callers.ts'

type View = { readonly consultation: Consultation }

const topic = {
  division: village,
  title: '停车位改造',
  description: '小区停车难',
  matter: 'M5.1',
  publicInterest: true,
  proposers: [{ kind: 'committee', name: '村委会' }],
}

/** What the whole way does not come past: topics that go back, several villages, applications, and correction by law. */
export async function tellConsultations({ call, ask }: Callers, finished: string): Promise<void> {
  const propose = async (fields: object, as: 'village' | 'township' = 'village') =>
    (await ask<View>('/consultations', { ...topic, ...fields }, { as })).consultation
  const give = async (id: string, command: string, body: object, as: 'village' | 'township' = 'village') => {
    const { consultation } = await ask<View>(`/consultations/${id}`, undefined, { as })
    return call(`/consultations/${id}/${command}`, body, { as, version: consultation.version })
  }
  const { id } = await propose({})
  await give(id, 'return-topic', { reason: '请补充' })
  await give(id, 'resubmit-topic', {
    title: '停车位改造',
    description: '补充',
    matter: 'M5.1',
    publicInterest: true,
    proposers: topic.proposers,
  })
  await give(id, 'register-topic', { party: '书记', committee: '主任' })
  await give(id, 'mark-major', { reason: '涉及征地' })
  const { token } = await ask<{ token: string }>(`/public/consultations/${id}/applications`, {
    name: '赵叔',
    phone: '13912345678',
    why: '想提意见',
  })
  await call(`/public/consultations/${id}/applications/${token}`)
  const { applications } = await ask<{ applications: { id: string }[] }>(
    `/consultations/${id}/applications?which=waiting`,
    undefined,
    { as: 'village' },
  )
  await call(
    `/consultations/${id}/decide-application`,
    { applications: applications.map((one) => one.id), admit: true, reason: '' },
    { as: 'village' },
  )
  const dropped = await propose({ title: '重复的议题' })
  await give(dropped.id, 'register-topic', { party: '书记', committee: '主任' })
  const aspects = { problem: '停车难', manifestation: '', impact: '', cause: '', solution: '划线', cautions: '' }
  await give(dropped.id, 'add-item', { title: '划线', aspects })
  await give(dropped.id, 'withdraw-item', { item: 1, reason: '重复' })
  await give(dropped.id, 'end-case', { end: 'withdrawn', reason: '与另一次协商重复' })
  const several = await propose({ division: township, villages: [village, '331102001002'] }, 'township')
  await give(several.id, 'set-procedure', { steps: [{ title: '分别召开议事会', body: '两村' }] }, 'township')
  const byLaw = { ground: '公路法第四十五条', text: '补办许可' }
  for (const act of ['suspend-outcome', 'lift-suspension', 'correct-outcome'])
    await give(finished, act, byLaw, 'township')
  for (const path of [
    '',
    '/seats',
    '/opinions',
    '/events',
    '/record',
    '/record.docx',
    '/chain.ndjson',
    '/duties',
    '/turnout',
  ])
    await call(`/consultations/${finished}${path}`, undefined, { as: 'village' })
  for (const path of ['', '?q=停车', `?division=${village}`])
    await call(`/consultations${path}`, undefined, { as: 'county' })
  await call(`/divisions/${village}/archive?q=`, undefined, { as: 'village' })
}

/** P11a, P8: what residents do with their links when the outcome is out, and what everybody reads. */
export async function tellResidents({ call }: Callers, city: City, id: string): Promise<void> {
  const phone = wholeList.find((one) => one.phone !== undefined)?.phone ?? ''
  const token = await eventually('a link', async () =>
    (await messagesOf(city, `+86${phone}`))
      .map(({ text }) => /\/r\/\d{6}\/([A-Za-z0-9_-]+)/.exec(text)?.[1])
      .findLast((one) => one !== undefined),
  )
  await call(`/links/${token}`)
  await call(`/links/${token}/reply`, { coming: true }, { method: 'PUT' })
  await call(`/links/${token}/feedback`, { text: '路灯亮了' })
  for (const path of [
    '/consultations',
    `/consultations/${id}`,
    `/consultations/${id}/chain.ndjson`,
    `/consultations/${id}/feedback`,
    '/catalogue',
    '/open-data',
    '/open-data.csv',
  ])
    await call(`/public${path}`)
  await call(`/screens/${village}`)
  await call(`/screens/${county}`)
}
