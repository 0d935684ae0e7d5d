import { placeCodeOf } from '@xieshang/kernel'
import { fold } from '@xieshang/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandOf, openActs } from '../../acts/src/index.ts'
import { photosPerDay } from '../src/index.ts'
import { inHours, now, officer, secondOfficer, startCounty, type TestCounty } from './county.ts'

let county: TestCounty

beforeAll(async () => {
  county = await startCounty()
})

afterAll(() => county.stop())

describe('a command', () => {
  it('keeps head and events together: the head is the fold of events numbered without a gap', async () => {
    const id = await county.ready(4)
    const events = await county.store.consultations.events(id)
    expect(events.map((event) => event.number)).toEqual(events.map((_, index) => index + 1))
    expect(await county.store.consultations.load(id)).toEqual(fold(events))
  })

  it('that is refused names its clause and writes nothing', async () => {
    const { id } = await county.propose()
    const before = await county.table.queryAll(`CASE#${id}`)
    const outcome = await county.run(id, 'chooseForms', { forms: ['meeting'] })
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { clause: 'P4', kind: 'state' } })
    expect(await county.table.queryAll(`CASE#${id}`)).toEqual(before)
  })

  it('that was answered is not answered again to who may no longer act there', async () => {
    const { id } = await county.propose()
    const act = {
      consultation: id,
      command: commandOf('registerTopic', { party: '甲', committee: '乙' }),
      actor: officer,
      now: now(),
      request: { sub: officer.sub, key: 'moved-away', fingerprint: 'same' },
    }
    expect(await county.acts.run({ ...act, authorise: () => undefined })).toMatchObject({ kind: 'done' })
    const moved = () => {
      throw new Error('not here any more')
    }
    await expect(county.acts.run({ ...act, authorise: moved })).rejects.toThrow('not here any more')
    expect(await county.acts.run({ ...act, authorise: () => undefined })).toMatchObject({ kind: 'done' })
    expect(await county.store.consultations.events(id)).toHaveLength(2)
  })

  it('of two officers at once: one succeeds, the other learns what changed', async () => {
    const { id, version } = await county.propose()
    const outcomes = await Promise.all([
      county.run(id, 'registerTopic', { party: '甲', committee: '乙' }, { ifMatch: version }),
      county.run(id, 'returnTopic', { reason: '材料不全' }, { ifMatch: version, actor: secondOfficer }),
    ])
    expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['changed', 'done'])
    const loser = outcomes.find((outcome) => outcome.kind === 'changed')
    expect(loser).toMatchObject({ version: 2, changes: [{ number: 2 }] })
    expect((await county.store.consultations.events(id)).length).toBe(2)
  })

  it('on a version that is no longer the last gets what another officer changed since', async () => {
    const { id } = await county.propose()
    await county.done(id, 'registerTopic', { party: '甲', committee: '乙' }, { actor: secondOfficer })
    const outcome = await county.run(id, 'returnTopic', { reason: '材料不全' }, { ifMatch: 1 })
    expect(outcome).toMatchObject({ kind: 'changed', version: 2, changes: [{ number: 2, type: 'TopicRegistered' }] })
  })

  it('after an act of the same officer is done, or refused with that act named as the officer’s own', async () => {
    const id = await county.ready(4)
    const { version } = await county.done(id, 'chooseForms', { forms: ['meeting'] })
    const aspects = { problem: '问题', manifestation: '', impact: '', cause: '', solution: '办法', cautions: '' }
    await county.done(id, 'addItem', { title: '二', aspects })
    expect(await county.run(id, 'addItem', { title: '三', aspects }, { ifMatch: version })).toMatchObject({
      kind: 'done',
      state: { items: [{ item: 1 }, { item: 2 }, { item: 3 }] },
    })
    const { id: other } = await county.propose()
    await county.done(other, 'registerTopic', { party: '甲', committee: '乙' })
    expect(await county.run(other, 'registerTopic', { party: '甲', committee: '丙' }, { ifMatch: 1 })).toMatchObject({
      kind: 'refused',
      refusal: { kind: 'state' },
      own: [{ type: 'TopicRegistered', by: { sub: officer.sub } }],
    })
  })

  it('after an act of another officer on another section is done; on the same section it is not', async () => {
    const id = await county.ready(4)
    const { version } = await county.done(id, 'chooseForms', { forms: ['meeting'] })
    const tell = { seats: [3], channel: 'door' as const, toldAt: now(), teller: '网格员', note: '' }
    await county.done(id, 'recordTelling', tell, { actor: secondOfficer })
    const session = { kind: 'council', place: '会议室', host: '主任', recorder: '文书' } as const
    await county.done(id, 'openSession', session, { actor: secondOfficer })
    expect(await county.run(id, 'chooseForms', { forms: ['homeVisit'] }, { ifMatch: version })).toMatchObject({
      kind: 'done',
    })
    expect(await county.run(id, 'openSession', session, { ifMatch: version })).toMatchObject({
      kind: 'changed',
      changes: [{ type: 'SessionOpened', by: { sub: secondOfficer.sub } }],
    })
    expect(await county.run(id, 'chooseForms', { forms: ['meeting'] }, { ifMatch: version + 9 })).toMatchObject({
      kind: 'changed',
    })
  })

  it('of two officers who fix lists at once: one stands, the other looks again', async () => {
    const { people } = await county.register(4)
    const { id } = await county.propose()
    const { version } = await county.done(id, 'registerTopic', { party: '甲', committee: '乙' })
    const basis = { nature: 'a', interests: 'b', complexity: 'c', scope: 'd' }
    const list = { basis, seats: county.seatsOf(people) }
    const outcomes = await Promise.all(
      [officer, secondOfficer].map((actor) => county.run(id, 'fixParticipants', list, { ifMatch: version, actor })),
    )
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changed', 'done'])
  })

  it('on sections of their own many officers act at once, and every act stands', async () => {
    const id = await county.ready(4)
    const { version } = await county.done(id, 'chooseForms', { forms: ['meeting'] })
    const aspects = { problem: '问题', manifestation: '', impact: '', cause: '', solution: '办法', cautions: '' }
    const session = { kind: 'council', place: '会议室', host: '主任', recorder: '文书' } as const
    const outcomes = await Promise.all([
      county.run(id, 'chooseForms', { forms: ['homeVisit'] }, { ifMatch: version }),
      county.run(id, 'openSession', session, { ifMatch: version, actor: secondOfficer }),
      county.run(id, 'addItem', { title: '二', aspects }, { ifMatch: version, actor: { ...officer, sub: 'third' } }),
      county.run(
        id,
        'nameSupervisors',
        { members: ['王五'] },
        { ifMatch: version, actor: { ...officer, sub: 'fourth' } },
      ),
    ])
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'done', 'done'])
  })

  it('sent again with its key gets its first answer, and writes nothing', async () => {
    const { id } = await county.propose()
    const first = await county.run(id, 'registerTopic', { party: '甲', committee: '乙' }, { key: 'same', ifMatch: 1 })
    await county.done(id, 'addItem', {
      title: '一',
      aspects: { problem: '问题', manifestation: '', impact: '', cause: '', solution: '办法', cautions: '' },
    })
    const again = await county.run(id, 'registerTopic', { party: '甲', committee: '乙' }, { key: 'same', ifMatch: 1 })
    expect(again).toEqual(first)
    const other = await county.run(id, 'registerTopic', { party: '丙', committee: '乙' }, { key: 'same', ifMatch: 1 })
    expect(other).toEqual({ kind: 'keyReused' })
  })

  it('proposing twice under one key at the same moment makes one consultation', async () => {
    const [a, b] = await Promise.all([county.propose('once'), county.propose('once')])
    expect(a.id).toBe(b.id)
  })

  it('P3a: names a photo only if it was handed in for this consultation; from then on the photo stays', async () => {
    const id = await county.ready(6)
    const { id: other } = await county.propose('other')
    await county.done(id, 'issueNotice', {
      text: '请来',
      materials: [{ title: '方案', text: '内容' }],
      meeting: { at: inHours(48), place: '礼堂' },
      opinionsUntil: inHours(24),
      channels: ['sms', 'board'],
    })
    const bytes = new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3])
    const request = { sub: 'officer-1', key: 'photo-1', fingerprint: 'a' }
    const division = placeCodeOf('331102001001')
    const handIn = async (consultation: string, change: Partial<typeof request> = {}, place = division) => {
      const handed = { bytes, division: place, at: now(), request: { ...request, ...change } }
      const outcome = await county.store.photos.handIn(consultation, handed)
      return typeof outcome === 'string' ? outcome : outcome.photo
    }
    const photo = await handIn(id)
    expect(await handIn(id)).toBe(photo)
    expect(await handIn(id, { fingerprint: 'b' })).toBe('keyReused')
    const row = async () => (await county.table.get({ PK: `PHOTO#${id}`, SK: photo })) ?? {}
    expect(await row()).toHaveProperty('expiresAt')
    const posting = { of: 'notice', channel: 'board', postedAt: now(), poster: '网格员', place: '村口', photo } as const
    const elsewhere = await handIn(other, { key: 'p2' })
    expect(await county.run(id, 'recordPosting', { ...posting, note: '', photo: elsewhere })).toMatchObject({
      kind: 'refused',
      refusal: { clause: 'P3a', code: 'photoUnknown' },
    })
    await county.done(id, 'recordPosting', { ...posting, note: '' })
    expect(await row()).not.toHaveProperty('expiresAt')
    expect(await county.store.photos.bytes(id, photo)).toEqual(bytes)
    expect(await county.store.photos.bytes(other, photo)).toBeUndefined()
    // A place's day has room for so many; what was handed in before is answered as before, and another place has its own.
    for (let count = 2; count < photosPerDay; count++) await handIn(other, { key: `more-${count}` })
    expect(await handIn(other, { key: 'too-many' })).toBe('tooManyPhotos')
    expect(await handIn(id)).toBe(photo)
    expect(await handIn(other, { key: 'elsewhere' }, placeCodeOf('331102001002'))).toMatch(/^[0-9A-Z]{26}$/)
  })

  it('that disturbs nobody may meet others: every telling recorded at once stands', async () => {
    const id = await county.ready(6)
    const before = (await county.store.consultations.load(id))?.tellings.length ?? 0
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map((seat) =>
        county.run(id, 'recordTelling', { seats: [seat], channel: 'door', toldAt: now(), teller: '甲', note: '' }),
      ),
    )
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['done', 'done', 'done', 'done'])
    expect((await county.store.consultations.load(id))?.tellings.length).toBe(before + 4)
  })

  it('S2: a list that was cut off before its seats were made leaves everybody untold', async () => {
    const { people } = await county.register(3)
    const { id } = await county.propose()
    await county.done(id, 'registerTopic', { party: '甲', committee: '乙' })
    const { participants } = county.store
    const makePage = () => Promise.reject(new Error('cut off'))
    const store = { ...county.store, participants: { ...participants, makePage } }
    const cutOff = openActs({ store, people: county.people, secrets: county.secrets }).run({
      consultation: id,
      command: commandOf('fixParticipants', {
        basis: { nature: 'a', interests: 'b', complexity: 'c', scope: 'd' },
        seats: county.seatsOf(people),
      }),
      actor: officer,
      now: now(),
      authorise: () => undefined,
    })
    await expect(cutOff).rejects.toThrow('cut off')
    await county.done(id, 'issueNotice', {
      text: '请来商议',
      materials: [{ title: '方案', text: '方案' }],
      meeting: { at: inHours(2), place: '会议室' },
      opinionsUntil: inHours(1),
      channels: ['website'],
    })
    await county.done(id, 'chooseForms', { forms: ['meeting'] })
    await county.done(id, 'addItem', {
      title: '一',
      aspects: { problem: '问题', manifestation: '', impact: '', cause: '', solution: '办法', cautions: '' },
    })
    const outcome = await county.run(id, 'openRound', { method: 'online', secrecy: 'named', items: [1] })
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { clause: 'S2', params: { count: 5 } } })
    const state = await county.store.consultations.load(id)
    if (state === undefined) throw new Error('It was proposed')
    await participants.makePage(county.secrets, state, 1)
    expect((await county.store.seats.list(id)).map(({ person, name, phone }) => ({ id: person, name, phone }))).toEqual(
      people.map(({ id: person, name, phone }) => ({ id: person, name, phone })),
    )
  })
})

describe('taking up again', () => {
  const published = async () => {
    const id = await county.ready(4)
    await county.done(id, 'openRound', { method: 'paper', secrecy: 'named', items: [1] })
    const entry = {
      round: 1,
      ballots: [1, 2, 3, 4, 5].map((seat) => ({ seat, choices: [{ item: 1, choice: 'yes' as const }] })),
      returned: [],
      counts: [],
    }
    await county.done(id, 'enterPapers', entry)
    await county.done(id, 'confirmPapers', entry, { actor: secondOfficer })
    await county.done(id, 'fileRecord', { bodies: [{ body: 'committee', name: '村委会' }] })
    await county.done(id, 'publishOutcome', { channels: ['website'], text: '公示' })
    return id
  }

  it('P11a: the new consultation names the old one, and the old one the new, in one transaction', async () => {
    const old = await published()
    const next = await county.propose('again', { follows: old })
    expect(next.topic.follows).toBe(old)
    const [first] = (await county.store.consultations.load(old))?.takenUpBy ?? []
    expect(first).toEqual({ consultation: next.id, title: next.topic.title })
    expect(await county.store.consultations.load(old)).toEqual(fold(await county.store.consultations.events(old)))
    expect((await county.propose('again', { follows: old })).id).toBe(next.id)
    expect((await county.store.consultations.load(old))?.takenUpBy).toHaveLength(1)
  })

  it('P11a: several at once are all named', async () => {
    const old = await published()
    const made = await Promise.all([1, 2, 3].map((n) => county.propose(`many-${n}`, { follows: old })))
    const named = (await county.store.consultations.load(old))?.takenUpBy.map((one) => one.consultation)
    expect(named?.toSorted()).toEqual(made.map(({ id }) => id).toSorted())
  })
})
