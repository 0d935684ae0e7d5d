import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childrenOf } from '@xieshang/divisions'
import { type Consultation, type EntryKind, quarterOf, quartersOf } from '@xieshang/rules'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { newKey } from '../journey/api.ts'
import { eventually } from '../journey/city.ts'
import { cityAt, freePort, type Running, startCity } from './running.ts'

const county = '331102'
const other = '331121'
const township = childrenOf(county)[0]?.code ?? ''
const [village = '', neighbour = ''] = childrenOf(township).map(({ code }) => code)

type Answer = { readonly status: number; readonly body: Record<string, unknown> }
type Who = { readonly role: string; readonly division: string; readonly officer?: number }

let data: string
let running: Running
let city: ReturnType<typeof cityAt>

beforeAll(async () => {
  const port = await freePort()
  data = await mkdtemp(join(tmpdir(), 'xieshang-affairs-'))
  running = await startCity({ port, data, counties: [county, other] })
  city = cityAt(port, data)
}, 300_000)

afterAll(async () => {
  await running?.stop()
  await rm(data, { recursive: true, force: true })
})

const inVillage: Who = { role: 'village', division: village }
const inTownship: Who = { role: 'township', division: township }
const inCounty: Who = { role: 'county', division: county }
const inCity: Who = { role: 'city', division: '3311' }

async function send(
  who: Who | undefined,
  path: string,
  body?: unknown,
  key: string = newKey(),
  api = county,
): Promise<Answer> {
  const token = who === undefined ? '' : await city.token(who.role as 'village', who.division, who.officer)
  const response = await fetch(`${city.origin}/api/${api}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(who !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json', 'idempotency-key': key }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

/** Makes an entry and gives its id. */
async function create(who: Who, kind: EntryKind, fields: unknown, division = village, api = county): Promise<string> {
  const answer = await send(who, `/affairs/${kind}`, { division, fields }, newKey(), api)
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 201 })
  return String(answer.body.id)
}

const act = (who: Who, kind: EntryKind, id: string, name: string, body: unknown) =>
  send(who, `/affairs/${kind}/${id}/${name}`, body)

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
const inHours = (hours: number) => ago(-hours)
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** What a message between county and city brings about. */
const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 200 })

const talk = () => ({
  heldAt: ago(2),
  place: '文化礼堂',
  host: '书记',
  regular: 'regular',
  attended: 35,
  report: '上半年工作',
  opinions: [{ from: '居民', text: '路灯不亮' }],
})

describe('the four systems', () => {
  it('F1: a talk is closed when every opinion is answered; the same request again gives the first answer', async () => {
    const key = newKey()
    const first = await send(inVillage, '/affairs/talk', { division: village, fields: talk() }, key)
    const body = { division: village, fields: first.body.fields }
    expect(await send(inVillage, '/affairs/talk', body, key)).toEqual(first)
    const changed = { ...body, fields: { ...talk(), attended: 36 } }
    expect(await send(inVillage, '/affairs/talk', changed, key)).toMatchObject({
      status: 422,
      body: { code: 'keyReused' },
    })
    const id = String(first.body.id)
    expect(await act(inVillage, 'talk', id, 'close', { note: '完' })).toMatchObject({
      status: 422,
      body: { clause: 'F1', code: 'talkOpinionsOpen' },
    })
    expect(await act(inVillage, 'talk', id, 'answer', { opinion: 1, text: '已修' })).toMatchObject({
      status: 200,
      body: { status: 'answered', acts: [{ act: 'answer', by: { role: 'village' } }] },
    })
    expect(await act(inVillage, 'talk', id, 'close', { note: '完' })).toMatchObject({ status: 200 })
  })

  it('F2: a council shows in the table of its village, township and county', async () => {
    const fields = {
      heldAt: ago(1),
      place: '礼堂',
      host: '书记',
      attended: 9,
      topics: [{ topic: '路', conclusion: '修' }],
    }
    await create(inVillage, 'council', fields)
    const quarter = quarterOf(new Date().toISOString())
    const year = Number(quarter.slice(0, 4))
    for (const [who, place] of [
      [inVillage, village],
      [inTownship, township],
      [inCounty, county],
    ] as const) {
      const { body } = await send(who, `/reports/councils/${place}?year=${year}`)
      const counts = body.quarters as { quarter: string; held: number }[]
      expect(counts.find((one) => one.quarter === quarter)).toMatchObject({ held: 1 })
    }
  })

  it('F3: a hearing on a project of the village is refused when a department convenes it', async () => {
    const fields = {
      subject: '扩建',
      implementer: 'village',
      conveners: [{ kind: 'department', name: '建设局' }],
      heldAt: ago(1),
      place: '礼堂',
    }
    expect(await send(inVillage, '/affairs/hearing', { division: village, fields })).toMatchObject({
      status: 422,
      body: { clause: 'F3', field: 'conveners', code: 'hearingByTheTwo' },
    })
  })

  it('F4: a review is counted, and everybody reads its result', async () => {
    const fields = { subject: 'year', year: 2026, heldAt: ago(1), place: '礼堂' }
    const id = await create(inVillage, 'review', fields)
    await act(inVillage, 'review', id, 'rateByResidents', { five: 10, four: 0, three: 0, two: 0, one: 0 })
    await act(inVillage, 'review', id, 'rateByThirdParty', { name: '评估所', score: 80, report: '好' })
    expect(await act(inVillage, 'review', id, 'conclude', { summary: '好', hundredths: 1 })).toMatchObject({
      status: 400,
    })
    await act(inVillage, 'review', id, 'conclude', { summary: '好' })
    const { body } = await send(undefined, `/public/affairs/review?division=${village}`)
    expect(body.entries).toMatchObject([{ id, digest: { hundredths: 9400, grade: 'excellent' } }])
    const report = await send(inCounty, `/reports/reviews/${county}?year=2026`)
    expect(report.body.results).toMatchObject([{ division: village, hundredths: 9400 }])
  })
})

describe('between levels', () => {
  it('G1: a suggestion is answered by the township; nobody of another village reads it', async () => {
    const id = await create(inVillage, 'suggestion', { title: '补助', text: '请补助', to: ['township'] })
    expect(await act(inTownship, 'suggestion', id, 'answer', { text: '支持' })).toMatchObject({
      status: 200,
      body: { status: 'answered' },
    })
    const stranger: Who = { role: 'village', division: neighbour }
    expect((await send(stranger, `/affairs/suggestion/${id}`)).status).toBe(403)
    expect((await send(stranger, `/affairs/suggestion?division=${village}`)).status).toBe(403)
  })

  it('G3: the city asks a county and a village, sees their answers, and closes what it asked', async () => {
    const fields = { title: '请按期备案', issuers: ['city'], text: '请说明原因', answerBy: today() }
    const toCity = (path: string, body?: unknown, key?: string) => send(inCity, path, body, key, 'city')
    const key = newKey()
    const sent = await toCity('/notes', { division: county, fields }, key)
    expect(sent).toMatchObject({ status: 202 })
    expect(await toCity('/notes', { division: county, fields }, key)).toEqual(sent)
    expect(await toCity('/notes', { division: village, fields }, key)).toMatchObject({ body: { code: 'keyReused' } })
    const id = String(sent.body.note)
    const seen = async () => {
      const { body } = await toCity('/shared/supervisionNote')
      return (body.entries as { entry: string; open: string[]; shown: { facts: { value: string }[] } }[]).find(
        ({ entry }) => entry === id,
      )
    }
    await soon(async () => expect(await seen()).toMatchObject({ status: 'open', open: ['annul'] }))
    expect(await toCity(`/notes/${county}/${id}/close`, { note: '完' })).toMatchObject({ status: 409 })
    expect(await toCity(`/notes/${other}/${id}/annul`, { reason: '误发' })).toMatchObject({ status: 404 })
    const duties = (await send(inCounty, '/duties')).body.duties as { kind: string; who: unknown; about: string }[]
    expect(duties).toContainEqual(expect.objectContaining({ kind: 'note', about: '请按期备案', who: inCounty }))
    expect(await act(inCounty, 'supervisionNote', id, 'answer', { text: '已备案' })).toMatchObject({ status: 200 })
    expect((await act(inCounty, 'supervisionNote', id, 'close', { note: '完' })).status).toBe(403)
    await soon(async () => expect((await seen())?.open).toEqual(['sendBack', 'close', 'annul']))
    expect((await seen())?.shown.facts.map(({ value }) => value)).toEqual([`${today()} 已备案`])
    expect(await toCity(`/notes/${county}/${id}/close`, { note: '属实' })).toMatchObject({ status: 202 })
    await soon(async () => expect(await seen()).toMatchObject({ status: 'closed' }))

    const below = await toCity('/notes', { division: village, fields }, newKey())
    await soon(async () => {
      const answer = await send(inVillage, `/affairs/supervisionNote/${String(below.body.note)}`)
      expect(answer).toMatchObject({ status: 200, body: { open: ['answer'], created: { by: { role: 'city' } } } })
    })
  })

  it('G3: what the city asks is checked at once, and only the city asks; nobody reads another county’s overdue', async () => {
    const fields = { title: '督办', issuers: ['city'], text: '请说明', answerBy: '2026-01-01' }
    const toCity = (who: Who, path: string, body?: unknown) => send(who, path, body, newKey(), 'city')
    expect(await toCity(inCity, '/notes', { division: county, fields })).toMatchObject({
      status: 422,
      body: { clause: 'G3', code: 'answerDayPast' },
    })
    const elsewhere = { ...fields, answerBy: today(), consultation: '01KB2T9M4Z6V8Q0W3Y5R7N1C2D' }
    expect(await toCity(inCity, '/notes', { division: county, fields: elsewhere })).toMatchObject({ status: 422 })
    expect((await toCity(inCounty, '/notes', { division: village, fields })).status).toBe(403)
    expect(await toCity(inCity, '/overdue/3311')).toMatchObject({ status: 200, body: { total: 0, duties: [] } })
    expect(await toCity(inCounty, `/overdue/${county}`)).toMatchObject({ status: 200, body: { total: 0 } })
    expect((await toCity(inCounty, `/overdue/${other}`)).status).toBe(403)
  })

  it('G3: a note of the county is answered by the place, and the city sees how it stands', async () => {
    const fields = { title: '补开议事会', issuers: ['civilAffairs'], text: '请补开', answerBy: today() }
    const id = await create(inCounty, 'supervisionNote', fields)
    expect((await act(inTownship, 'supervisionNote', id, 'answer', { text: '?' })).body).toMatchObject({ clause: 'G3' })
    expect(await act(inVillage, 'supervisionNote', id, 'answer', { text: '已开' })).toMatchObject({
      body: { status: 'answered', timing: 'met' },
    })
    await eventually('the note at the city', async () => {
      const { body } = await send(inCity, '/shared/supervisionNote', undefined, '', 'city')
      return JSON.stringify(body).includes('"answered"') || undefined
    })
    expect((await send(inCounty, '/shared/supervisionNote', undefined, '', 'city')).status).toBe(403)
  })

  it('G4: a topic passed up is accepted by the township', async () => {
    const id = await create(inVillage, 'referral', { direction: 'up', title: '道路', text: '跨村' })
    expect((await act(inVillage, 'referral', id, 'accept', { text: '收' })).body).toMatchObject({ clause: 'G4' })
    expect(await act(inTownship, 'referral', id, 'accept', { text: '列入' })).toMatchObject({
      body: { status: 'accepted' },
    })
  })

  it('G5: mass organisations are asked for a consultation of the place', async () => {
    const topic = {
      division: village,
      title: '停车',
      description: '停车难',
      matter: 'M5.1',
      publicInterest: true,
      proposers: [{ kind: 'committee', name: '村委会' }],
    }
    const proposed = await send(inVillage, '/consultations', topic)
    const consultation = (proposed.body as { consultation: Consultation }).consultation.id
    const fields = { organisations: ['union'], consultation, text: '请动员', until: today() }
    const id = await create(inVillage, 'mobilisation', fields)
    const report = { organisation: 'union', text: '走访', reached: 40 }
    expect(await act(inVillage, 'mobilisation', id, 'report', report)).toMatchObject({ body: { status: 'reported' } })
    const elsewhere = { division: neighbour, fields }
    expect(await send({ role: 'village', division: neighbour }, '/affairs/mobilisation', elsewhere)).toMatchObject({
      status: 422,
      body: { clause: 'G5', code: 'consultationElsewhere', field: 'consultation' },
    })
  })
})

describe('venues, trainings, subsidies', () => {
  it("G6: of two villages that book the township's venue at the same moment one gets it", async () => {
    const id = await create(inTownship, 'venue', { name: '议事厅', address: '一楼', seats: 60 }, township)
    const { body } = await send(inVillage, `/affairs/venue?division=${village}`)
    expect(body.above).toMatchObject([{ id }])
    const booking = { from: inHours(24), until: inHours(26), purpose: '议事' }
    const both = await Promise.all([
      act(inVillage, 'venue', id, 'book', booking),
      act({ role: 'village', division: neighbour }, 'venue', id, 'book', booking),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422])
    expect(both.find(({ status }) => status === 422)?.body).toMatchObject({ clause: 'G6', code: 'venueTaken' })
  })

  it('G7: payments stop at what the assembly decided, and the ledger of the county adds up', async () => {
    const fields = { decidedOn: today(), body: 'assembly', decision: '1号', text: '同意', limit: 5000 }
    const id = await create(inVillage, 'subsidy', fields)
    const pay = { day: today(), category: 'telling', people: 2, amount: 3000, note: '入户' }
    expect((await act(inVillage, 'subsidy', id, 'pay', pay)).status).toBe(200)
    expect(await act(inVillage, 'subsidy', id, 'pay', pay)).toMatchObject({
      status: 422,
      body: { clause: 'G7', detail: expect.stringContaining('20.00') },
    })
    const { body } = await send(inCounty, `/reports/subsidies/${county}?year=${today().slice(0, 4)}`)
    expect(body).toMatchObject({ limit: 5000, paid: 3000, byCategory: { telling: 3000, recording: 0 } })
  })

  it('G8, G2: everybody reads how many were trained, and party affairs; nobody reads who', async () => {
    const attendees = [{ name: '李明' }, { name: '王芳' }]
    await create(inVillage, 'training', { title: '主持', day: today(), hours: 4, teacher: '赵老师', attendees })
    await create(inVillage, 'partyAffairs', { title: '党费', category: 'dues', day: today(), text: '收支' })
    const trainings = await send(undefined, `/public/affairs/training?division=${village}`)
    expect(trainings.body.entries).toMatchObject([{ digest: { attended: 2 } }])
    expect(JSON.stringify(trainings.body)).not.toMatch(/李明|王芳|赵老师/)
    const party = await send(undefined, '/public/affairs/partyAffairs')
    expect(party.body.entries).toMatchObject([{ title: { zh: '党费' }, day: today(), shown: { text: '收支' } }])
    expect((await send(undefined, '/public/affairs/talk')).body).toEqual({ entries: [] })
  })
})

describe('the whole city', () => {
  it('G9: a county adopts the rule of another, and the city reads who adopted whose', async () => {
    const rule = { title: '六步议事法', text: '一议二……', from: today() }
    const id = await create({ role: 'county', division: other }, 'countyRule', rule, other, other)
    const rules = async () => (await send(inVillage, '/shared/countyRule', undefined, '', 'city')).body
    await eventually('the rule at the city', async () => JSON.stringify(await rules()).includes(id) || undefined)
    const adoption = { source: other, rule: id, title: rule.title, text: rule.text, from: today() }
    await create(inCounty, 'adoption', adoption, county)
    const adopted = await eventually('the adoption at the city', async () => {
      const { body } = await send(inCity, '/shared/adoption', undefined, '', 'city')
      return (body.entries as { tenant: string; digest: object }[])[0]
    })
    expect(adopted).toMatchObject({ tenant: county, digest: { source: other, rule: id } })
  })

  it('G11: a finished quarter is published once, as JSON and CSV, for everybody', async () => {
    const current = quarterOf(new Date().toISOString())
    const refused = await send(inCounty, '/reports/open-data', { quarter: current })
    expect(refused).toMatchObject({ status: 422, body: { clause: 'G11', code: 'quarterNotOver' } })
    expect((await send(inVillage, '/reports/open-data', { quarter: current })).status).toBe(403)
    const quarter = quartersOf(Number(current.slice(0, 4)) - 1)[3]
    expect((await send(inCounty, '/reports/open-data', { quarter })).status).toBe(201)
    const { body } = await send(undefined, '/public/open-data')
    expect(body.quarters).toMatchObject([{ quarter, totals: { consultations: 0, participants: 0 } }])
    const csv = await fetch(`${city.origin}/api/${county}/public/open-data.csv`)
    expect(csv.headers.get('content-type')).toContain('text/csv')
    expect(await csv.text()).toContain(`${quarter},total,participants,,,0`)
  })
})

describe('bad input', () => {
  it('names the field and what to do, and is never a 500', async () => {
    const bad = await send(inVillage, '/affairs/talk', { division: village, fields: { ...talk(), attended: '多' } })
    expect(bad).toMatchObject({ status: 400, body: { field: 'fields.attended' } })
    expect((await send(inVillage, '/affairs/nothing', { division: village, fields: {} })).status).toBe(405)
    expect((await send(inVillage, '/affairs/nothing')).status).toBe(404)
    expect((await send(inVillage, '/affairs/talk/00000000')).status).toBe(404)
    expect((await send(inVillage, '/affairs/talk?cursor=x')).status).toBe(400)
    expect((await send(undefined, '/public/affairs/talk?division=331121')).status).toBe(404)
    expect((await send(inVillage, '/affairs/talk', { division: neighbour, fields: talk() })).status).toBe(403)
    for (const [who, status] of [
      [inVillage, 403],
      [inCounty, 422],
    ] as const)
      expect((await send(who, '/affairs/talk', { division: '331102001999', fields: talk() })).status).toBe(status)
    expect((await send(inCounty, `/reports/councils/${other}?year=2026`)).status).toBe(403)
  })
})
