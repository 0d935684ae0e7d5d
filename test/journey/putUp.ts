import type { Consultation } from '@xieshang/rules'
import type { officer } from './api.ts'
import { eventually } from './city.ts'

/** P3a: every channel that there is. */
export const allChannels = ['door', 'board', 'gallery', 'screen', 'blackboard', 'website', 'wechat', 'sms'] as const

/** A small JPEG in base64. */
export const photo =
  '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q=='

const places = { board: '村口公告栏', gallery: '文化礼堂宣传画廊', blackboard: '村委会门前板报' } as const

/** P3a: the county connects its official account. */
export const connectAccount = (county: ReturnType<typeof officer>) =>
  county.put('/settings/wechat', {
    name: '县民政发布',
    appId: 'wx20260001a',
    secret: '0123456789abcdef0123456789abcdef',
    cover: 'cover-1',
  })

/** P3a, P8: what people put up, each with its photo, and what the system puts up by itself. */
export async function putUp(
  by: ReturnType<typeof officer>,
  id: string,
  of: 'notice' | 'outcome',
): Promise<Consultation> {
  for (const [channel, place] of Object.entries(places)) {
    const handedIn = await by.post<{ photo: string }>(`/consultations/${id}/photos`, { jpeg: photo })
    const body = {
      of,
      channel,
      postedAt: new Date().toISOString(),
      poster: '网格员程海燕',
      place,
      photo: handedIn.photo,
    }
    await by.command(id, 'record-posting', body)
  }
  return eventually(`the ${of} on WeChat`, async () => {
    const { consultation } = await by.get<{ consultation: Consultation }>(`/consultations/${id}`)
    return consultation.postings.some((one) => one.of === of && one.channel === 'wechat') === true
      ? consultation
      : undefined
  })
}

/** F4: the review of what was carried out, on the register of the village, with both ratings and its result. */
export async function review(by: ReturnType<typeof officer>, village: string, consultation: string): Promise<void> {
  const heldAt = new Date().toISOString()
  const { id } = await by.post<{ id: string }>('/affairs/review', {
    division: village,
    fields: { subject: 'work', year: Number(heldAt.slice(0, 4)), consultation, heldAt, place: '村文化礼堂' },
  })
  const done = (act: string, body: unknown) => by.post(`/affairs/review/${id}/${act}`, body)
  await done('rateByResidents', { five: 31, four: 12, three: 4, two: 1, one: 0 })
  await done('rateByThirdParty', { name: '县社会工作服务中心', score: 91, report: '程序规范，落实到位。' })
  await done('conclude', { summary: '居民满意，评为优秀。' })
}

/** G3: what a consultation still owes. */
export async function stillOwed(by: ReturnType<typeof officer>, id: string): Promise<string[]> {
  const { duties } = await by.get<{ duties: { id: string; state: string }[] }>(`/consultations/${id}/duties`)
  return duties.filter(({ state }) => !state.startsWith('done')).map((duty) => duty.id)
}
