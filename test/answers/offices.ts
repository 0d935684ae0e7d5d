import { defaultParameters } from '@xieshang/rules'
import { photo as jpeg } from '../journey/putUp.ts'
import { type Callers, county, township, village } from './callers.ts'

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
/** Places, registers of people, settings, papers and figures, each read once as whoever may. */
export async function tellOffices({ call, ask }: Callers, id: string): Promise<void> {
  const village2 = '331102001002'
  await call('/me', undefined, { as: 'village' })
  await call('/me', undefined, { as: 'city', api: 'city' })
  await call(`/divisions/${township}`, undefined, { as: 'township' })
  await call('/catalogue', undefined, { as: 'village' })
  const person = { name: '王五', phone: '13812345670', category: 'resident', class: 'localResident' }
  await call(`/villages/${village}/people`, person, { as: 'village' })
  const lines = Array.from({ length: 301 }, (_, n) => `人${n},,居民代表,localResident`).join('\n')
  const table = `姓名,手机号,类别,主体类型\n${lines.replaceAll('居民代表', 'resident')}`
  const { id: running } = await ask<{ id: string }>(`/villages/${village2}/people/import`, table, { as: 'county' })
  await call(`/villages/${village2}/imports/${running}`, undefined, { as: 'county' })
  await call(
    `/villages/${village}/template`,
    { name: '6+X', groups: [{ class: 'committee' }] },
    { as: 'village', method: 'PUT' },
  )
  await call(`/villages/${village}/template`, undefined, { as: 'village' })
  const draft = `/drafts/${village}/${id}`
  for (const who of [{ as: 'village' }, { as: 'city', api: 'city' }] as const) {
    await call(`${draft}/addTask`, { typed: '{"title":"装路灯"}' }, { ...who, method: 'PUT' })
    await call(draft, undefined, who)
    await call(`${draft}/addTask`, undefined, { ...who, method: 'DELETE' })
  }
  const { photo } = await ask<{ photo: string }>(`/consultations/${id}/photos`, { jpeg }, { as: 'village' })
  await call(`/consultations/${id}/photos/${photo}`, undefined, { as: 'village' })
  await call('/duties', undefined, { as: 'county' })
  await call(`/consultations/${id}/duties`, undefined, { as: 'county' })
  const { version: _version, ...parameters } = defaultParameters
  const from = { effectiveFrom: today(), reason: '结合实际' }
  await call('/settings/parameters', { ...from, parameters }, { as: 'county', version: 0 })
  await call('/settings/parameters', undefined, { as: 'village' })
  const add = [{ relation: 'M5', label: { zh: '古树名木保护' } }]
  await call('/settings/catalogue', { ...from, add }, { as: 'county', version: 0 })
  await call('/settings/catalogue', undefined, { as: 'village' })
  await call('/settings/wechat', undefined, { as: 'village' })
  await call('/settings/wechat', undefined, { as: 'county', method: 'DELETE' })
  const year = today().slice(0, 4)
  for (const report of ['councils', 'subsidies', 'reviews'])
    await call(`/reports/${report}/${county}?year=${year}`, undefined, { as: 'county' })
  await call('/reports/open-data', { quarter: `${Number(year) - 1}Q4` }, { as: 'county' })
  for (const path of ['/dashboard', `/dashboard/${county}`, `/figures/${county}/consultations`, `/overdue/${county}`])
    await call(path, undefined, { as: 'city', api: 'city' })
  for (const path of ['/rewritten', `/chains/${county}/${id}`]) await call(path, undefined, { as: 'city', api: 'city' })
  await call('/shared/countyRule', undefined, { as: 'county', api: 'city' })
}
