import type { PlaceCode, ProvedPlace } from '@xieshang/kernel'
import type { openPeople } from '@xieshang/store'
import { openMailbox } from '@xieshang/store'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { joiningOperations } from '../../functions/src/staff/joining.ts'
import { now, officer, secondOfficer, startCounty, type TestCounty, village } from '../../packages/store/test/county.ts'

let county: TestCounty
let mailbox: ReturnType<typeof openMailbox>
beforeAll(async () => {
  county = await startCounty()
  mailbox = openMailbox(county.table, county.secrets)
  await mailbox.ensure()
})
afterAll(() => county.stop())

const [first, second] = [officer, secondOfficer].map((one) => ({ ...one, role: 'village' as const }))
type Officer = NonNullable<typeof first>

type Store = TestCounty['store']
type People = ReturnType<typeof openPeople>

/** A topic that somebody applied to, and the officers' decision on it. */
async function applied(name: string, phone: string) {
  const { id } = await county.propose()
  await county.done(id, 'registerTopic', { party: '书记', committee: '主任' })
  const sent = { name, phone, why: '愿意参加', village, at: now() }
  const outcome = await county.store.applications.apply(id, sent, `key-${name}-${phone}`)
  if (typeof outcome === 'string') throw new Error(outcome)
  const application = (await county.store.applications.byToken(id, outcome.token))?.id ?? ''
  const decide = (admit: boolean, more: { store?: Store; people?: People; actor?: Officer | undefined } = {}) => {
    const { store = county.store, people = county.people, actor = first } = more
    const all = joiningOperations(store, people, county.secrets, mailbox)
    const one = all.find(({ operation }) => operation.id === 'decideApplication')
    if (one === undefined || actor === undefined || one.access === 'open') throw new Error('Officers decide')
    return one.run({
      ...{ params: { id }, query: undefined, body: { applications: [application], admit, reason: '情况属实' }, actor },
      ...{ language: 'zh', idempotencyKey: '', ifMatch: undefined, prove: (place: PlaceCode) => place as ProvedPlace },
    })
  }
  return { id, application, decide }
}

const onRegister = async (name: string) => {
  const found = []
  for await (const person of county.people.all(village)) if (person.name === name) found.push(person)
  return found
}

it('S4: who is declined while another officer admits does not stand on the register', async () => {
  const { id, application, decide } = await applied('赵一', '+8613800000011')
  const { applications } = county.store
  const late = {
    ...county.store,
    applications: {
      ...applications,
      decide: async (...args: Parameters<typeof applications.decide>) => {
        await decide(false, { actor: second })
        return applications.decide(...args)
      },
    },
  }
  await expect(decide(true, { store: late })).rejects.toMatchObject({ code: 'applicationDecided' })
  expect(await applications.get(id, application)).toMatchObject({ state: 'declined' })
  expect(await onRegister('赵一')).toEqual([])
})

it('S4: who was admitted comes onto the register, though the decision was cut off behind it', async () => {
  const { id, application, decide } = await applied('钱二', '+8613800000012')
  const broken = { ...county.people, register: () => Promise.reject(new Error('cut off')) }
  await expect(decide(true, { people: broken })).rejects.toThrow('cut off')
  const { state, decision } = (await county.store.applications.get(id, application)) ?? {}
  expect(state).toBe('admitted')
  expect(await decide(true)).toMatchObject({
    applications: [{ state: 'admitted', decision: { by: officer.name, reason: '情况属实' } }],
  })
  expect(await onRegister('钱二')).toMatchObject([
    { id: decision?.person, category: 'volunteer', class: 'localResident' },
  ])
})

it('S4: who stands on the register already stays what they are there', async () => {
  const [before] = (
    await county.people.register(village, [
      { name: '孙三', phone: '+8613800000013', category: 'partyMember', class: 'partyOrganisation' },
    ])
  ).people
  const { id, application, decide } = await applied('孙三', '+8613800000013')
  await decide(true)
  expect(await onRegister('孙三')).toEqual([before])
  expect((await county.store.applications.get(id, application))?.decision?.person).toBe(before?.id)
})
