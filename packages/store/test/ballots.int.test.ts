import { type BallotChoice, seatSet, shapeText } from '@xieshang/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as entities from '../src/county/entities/index.ts'
import { openReissue } from '../src/county/reissue.ts'
import { linkHash } from '../src/county/secrets.ts'
import { callsOf, meter, type Units } from './capacity.ts'
import { inHours, now, officer, secondOfficer, startCounty, type TestCounty } from './county.ts'
import { rowsOf } from './table.ts'

let county: TestCounty
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.stop())

const yes = (item = 1): BallotChoice[] => [{ item, choice: 'yes' }]
const no = (words?: string, item = 1): BallotChoice[] => [{ item, choice: 'no', ...(words !== undefined && { words }) }]

async function opened(secrecy: 'named' | 'secret', residents = 6, more: { closesAt?: string; items?: number } = {}) {
  const id = await county.ready(residents, more.items ?? 1)
  const items = Array.from({ length: more.items ?? 1 }, (_, index) => index + 1)
  const { closesAt } = more
  await county.done(id, 'openRound', { method: 'online', secrecy, items, ...(closesAt !== undefined && { closesAt }) })
  return { id, tokens: await county.tokensOf(id) }
}

const ballotOf = (token = '', round = 1) => county.table.get(entities.ballot.key({ hash: linkHash(token), round }))

describe('a ballot', () => {
  it('P6a: sent again under its key is one; another under its key is refused, another key has no second vote', async () => {
    const { id, tokens } = await opened('named')
    const first = await county.cast(id, tokens.get(3), yes(), { key: 'key-of-3' })
    expect(first).toMatchObject({ kind: 'cast', receipt: { round: 1, choices: [{ item: 1, choice: 'yes' }] } })
    expect(await county.cast(id, tokens.get(3), yes(), { key: 'key-of-3' })).toEqual(first)
    expect(await county.cast(id, tokens.get(3), no(), { key: 'key-of-3' })).toEqual({ kind: 'keyReused' })
    expect(await county.cast(id, tokens.get(3), yes(), { key: 'another' })).toEqual({ kind: 'voted' })
    const state = await county.closed(id, 1)
    expect(state.rounds[0]?.tally?.items).toMatchObject([{ yes: 1, no: 0 }])
    // After the close its receipt is still what it was.
    expect(await county.cast(id, tokens.get(3), yes(), { key: 'key-of-3' })).toEqual(first)
    expect(await county.cast(id, tokens.get(4), yes())).toEqual({ kind: 'closed' })
  })

  it('P6a: under a used key on other items than it was cast on is refused, and no receipt names them', async () => {
    const { id, tokens } = await opened('named', 6, { items: 3 })
    const cast = (shape: string, items: number[]) =>
      county.store.ballots.cast(
        tokens.get(3) ?? '',
        { round: 1, shape, choices: items.map((item) => ({ item, choice: 'yes' })) },
        'key-of-3',
        now(),
      )
    expect(await cast('1:1,2,3', [1, 2, 3])).toMatchObject({ kind: 'cast' })
    expect(await cast('1:1,2,4', [1, 2, 4])).toEqual({ kind: 'keyReused' })
    expect(await cast('1:1,2,3', [1, 2, 3])).toMatchObject({ kind: 'cast' })
    await county.closed(id, 1)
    expect(await cast('1:7,8,9', [7, 8, 9])).toEqual({ kind: 'keyReused' })
  })

  it('P6a: of a secret round under a used key was received before, whatever it says now', async () => {
    const { id, tokens } = await opened('secret')
    expect(await county.cast(id, tokens.get(3), yes(), { key: 'key-of-3' })).toMatchObject({ kind: 'cast' })
    for (const choices of [yes(), no('改了')])
      expect(await county.cast(id, tokens.get(3), choices, { key: 'key-of-3' })).toMatchObject({ kind: 'before' })
    expect(await county.cast(id, tokens.get(3), no(), { key: 'another' })).toEqual({ kind: 'voted' })
  })

  it('P6a: is cast on the shape that its page was given, before its end and while its link lasts', async () => {
    const { id, tokens } = await opened('named', 6, { closesAt: inHours(2), items: 2 })
    const token = tokens.get(3) ?? ''
    const both = [...yes(1), ...yes(2)]
    const send = (shape: string, at = now()) =>
      county.store.ballots.cast(token, { round: 1, shape, choices: both }, 'key-of-3', at)
    expect(await send(shapeText({ items: [1] }))).toEqual({ kind: 'changed' })
    expect(await send(shapeText({ items: [1, 2], seal: 'A'.repeat(43) }))).toEqual({ kind: 'changed' })
    expect(await send(shapeText({ items: [1, 2] }), inHours(3))).toEqual({ kind: 'closed' })
    expect(await send(shapeText({ items: [1, 2] }), inHours(24 * 400))).toEqual({ kind: 'expired' })
    expect(
      await county.store.ballots.cast('no-such-link', { round: 1, shape: '1:1', choices: yes() }, 'k', now()),
    ).toEqual({ kind: 'missing' })
    expect(await county.cast(id, token, both, { round: 1 })).toMatchObject({ kind: 'cast' })
  })

  it('P6a: of a seat with paper does not exist, and both kinds are counted', async () => {
    const id = await county.ready(4)
    const state = await county.done(id, 'openRound', { method: 'online', secrecy: 'named', items: [1], paper: [5] })
    expect(state.rounds[0]?.paper).toBe(seatSet([5]))
    const tokens = await county.tokensOf(id)
    expect(await county.cast(id, tokens.get(5), yes())).toEqual({ kind: 'missing' })
    for (const seat of [1, 2, 3]) await county.cast(id, tokens.get(seat), yes())
    const entry = { round: 1, ballots: [{ seat: 5, choices: no('太贵') }], returned: [], counts: [] }
    await county.done(id, 'enterPapers', entry)
    await county.done(id, 'confirmPapers', entry, { actor: { ...officer, sub: 'officer-2' } })
    const counted = await county.closed(id, 1)
    expect(counted.rounds[0]?.tally).toMatchObject({ attended: 4, items: [{ yes: 3, no: 1, result: 'passed' }] })
    expect(await county.store.dissents.all(counted)).toMatchObject([{ seat: 5, words: '太贵' }])
  })

  it('P6a: that is made after its round was shut finds itself shut', async () => {
    const { id, tokens } = await opened('named')
    await county.table.delete(entities.ballot.key({ hash: linkHash(tokens.get(3) ?? ''), round: 1 }))
    const before = await county.store.consultations.load(id)
    const [round] = before?.rounds ?? []
    if (before === undefined || round === undefined) throw new Error('It is open')
    await county.closed(id, 1)
    await county.store.ballots.openPage(before, round, 1)
    expect(await county.cast(id, tokens.get(3), yes())).toEqual({ kind: 'closed' })
  })
})

describe('the cost of a ballot', () => {
  it.each(['named', 'secret'] as const)(
    'P6a: a %s one is one conditional update and no read, and one write unit with twenty items',
    async (secrecy) => {
      const items = Array.from({ length: 20 }, (_, index) => index + 1)
      const { id, tokens } = await opened(secrecy, 6, { items: 20 })
      const [round] = (await county.store.consultations.load(id))?.rounds ?? []
      if (round === undefined) throw new Error('It is open')
      const choices = items.map((item) => ({
        item,
        choice: 'no' as const,
        ...(item === 7 && { words: '不'.repeat(100) }),
      }))
      const ballot = { round: 1, shape: shapeText(round), choices }
      // A key and an end as long as they can be.
      const cast = async () =>
        expect(await county.store.ballots.cast(tokens.get(3) ?? '', ballot, 'k'.repeat(36), now())).toMatchObject({
          kind: 'cast',
        })
      const units = meter(county.client)
      const cost: Units[] = []
      expect(await callsOf(county.client, async () => cost.push(await units.of(cast)))).toEqual({
        UpdateItemCommand: 1,
      })
      expect(cost).toEqual([{ read: 0, write: 1 }])
    },
  )
})

describe('closing', () => {
  it.each(['named', 'secret'] as const)(
    'P6a: 190 vote while an officer closes a %s round: what was acknowledged is counted, exactly',
    async (secrecy) => {
      const { id, tokens } = await opened(secrecy, 190)
      let acknowledged = 0
      let inFavour = 0
      const voting = Array.from({ length: 190 }, async (_, index) => {
        const choices = index % 3 === 0 ? no('不同意'.repeat(index % 4)) : yes()
        const outcome = await county.cast(id, tokens.get(index + 3), choices)
        if (outcome.kind !== 'cast') return
        acknowledged++
        if (choices[0]?.choice === 'yes') inFavour++
      })
      const closing = new Promise((resolve) => setTimeout(resolve, 300)).then(() => county.closed(id, 1))
      const [state] = await Promise.all([closing, ...voting])
      const tally = state.rounds[0]?.tally
      const [item] = tally?.items ?? []
      expect(acknowledged).toBeGreaterThan(3)
      expect((item?.yes ?? 0) + (item?.no ?? 0)).toBe(acknowledged)
      expect(item?.yes).toBe(inFavour)
      expect(tally?.attended).toBe(acknowledged)
      expect(await county.store.turnout.voted(id, 1)).toHaveLength(acknowledged)
    },
    60_000,
  )

  it('P6a: ends, whatever was written: twenty items and thirty voters against with 300 characters each', async () => {
    const items = Array.from({ length: 20 }, (_, index) => index + 1)
    const { id, tokens } = await opened('named', 40, { items: 20 })
    const words = (seat: number, item: number) => `${seat}-${item}-${'不'.repeat(290)}`
    for (let seat = 3; seat <= 32; seat++) {
      const choices = items.map((item) => ({ item, choice: 'no' as const, words: words(seat, item) }))
      expect(await county.cast(id, tokens.get(seat), choices)).toMatchObject({ kind: 'cast' })
    }
    const state = await county.closed(id, 1)
    expect(state.rounds[0]?.status).toBe('closed')
    const all = await county.store.dissents.all(state)
    expect(all).toHaveLength(600)
    expect(all.map(({ dissent }) => dissent)).toEqual(Array.from({ length: 600 }, (_, index) => index + 1))
    const head = await county.table.get(entities.head.key({ consultation: id }))
    const events = await county.store.consultations.events(id)
    expect(JSON.stringify([head, events])).not.toContain('不不不')
    const page = await county.store.dissents.page(state, { limit: 50 })
    expect(page.dissents).toHaveLength(50)
    expect(await county.run(id, 'explainDissent', { dissent: 7, text: '已说明' })).toMatchObject({ kind: 'done' })
    const explained = await county.store.consultations.load(id)
    if (explained === undefined) throw new Error('It is gone')
    expect((await county.store.dissents.all(explained))[6]).toMatchObject({ explanation: { text: '已说明' } })
  }, 60_000)

  it('P6a: ends with as many papers as the list has seats, whose words lie on no head and no event', async () => {
    const id = await county.ready(230)
    await county.done(id, 'openRound', { method: 'paper', secrecy: 'named', items: [1] })
    const ballots = Array.from({ length: 232 }, (_, index) => ({ seat: index + 1, choices: no('不'.repeat(300)) }))
    const entry = { round: 1, ballots, returned: [], counts: [] }
    await county.done(id, 'enterPapers', entry)
    const other = { ...entry, ballots: ballots.map((one) => (one.seat === 232 ? { ...one, choices: yes() } : one)) }
    const confirm = (body: typeof entry) => county.run(id, 'confirmPapers', body, { actor: secondOfficer })
    expect(await confirm(other)).toMatchObject({ kind: 'refused', refusal: { code: 'countsDiffer' } })
    const outcome = await confirm(entry)
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
    expect(outcome.state.rounds[0]?.tally?.items).toMatchObject([{ yes: 0, no: 232 }])
    expect(await county.store.dissents.all(outcome.state)).toHaveLength(232)
    const head = await county.table.get(entities.head.key({ consultation: id }))
    expect(JSON.stringify([head, await county.store.consultations.events(id)])).not.toContain('不不不')
    expect(String(head?.state).length).toBeLessThan(20_000)
  }, 60_000)

  it('P6a: that was cut off at any write is finished from its start, with the same result', async () => {
    const { id, tokens } = await opened('secret', 6, { closesAt: inHours(1) })
    for (const seat of [3, 4, 5, 6, 7]) await county.cast(id, tokens.get(seat), seat === 7 ? no('太贵') : yes())
    await county.done(id, 'closeRound', { round: 1 })
    expect(await county.store.consultations.toCount()).toContainEqual({ consultation: id, round: 1 })
    const { counting, writes } = county.cutOff()
    for (let at = 1; ; at++) {
      writes.left = at
      const cut = await counting.finish(id, 1, now()).then(
        () => false,
        (error: unknown) => {
          if (error instanceof Error && error.message === 'cut off') return true
          throw error
        },
      )
      if (!cut) break
      expect(at).toBeLessThan(60)
    }
    const state = await county.store.consultations.load(id)
    expect(state?.rounds[0]?.tally?.items).toMatchObject([{ yes: 4, no: 1 }])
    if (state === undefined) throw new Error('It is gone')
    expect(await county.store.dissents.all(state)).toMatchObject([{ dissent: 1, words: '太贵' }])
    expect((await county.store.consultations.toCount()).filter((one) => one.consultation === id)).toEqual([])
    expect(await county.sealTable.queryAll(`SEAL#${id}`)).toEqual([])
    expect(await county.counting.finish(id, 1, now())).toBe('nothingToCount')
  }, 60_000)

  it('P6a: counts as many ballots as seats that voted, or does not end', async () => {
    const { id, tokens } = await opened('named')
    for (const seat of [3, 4]) await county.cast(id, tokens.get(seat), yes())
    const key = entities.ballot.key({ hash: linkHash(tokens.get(4) ?? ''), round: 1 })
    await county.table.update(key, { remove: ['choices'] })
    await county.done(id, 'closeRound', { round: 1 })
    await expect(county.counting.finish(id, 1, now())).rejects.toThrow()
    expect((await county.store.consultations.load(id))?.rounds[0]?.status).toBe('closing')
  })

  it('P6b: keeps what each seat was in pages that the event names, and finds a page that was changed', async () => {
    const { id, tokens } = await opened('named', 230)
    // The list is larger than a page: its ballots are made in steps.
    const open = await county.store.consultations.load(id)
    const [round] = open?.rounds ?? []
    if (open === undefined || round === undefined) throw new Error('It is open')
    const standing = () => Promise.all([3, 232].map((seat) => county.store.ballots.standing(tokens.get(seat) ?? '', 1)))
    expect(await standing()).toEqual(['preparing', 'preparing'])
    await county.store.ballots.openPage(open, round, 1)
    expect(await standing()).toEqual(['open', 'preparing'])
    expect(await county.cast(id, tokens.get(232), yes())).toEqual({ kind: 'missing' })
    await county.store.ballots.openPage(open, round, 2)
    for (const seat of [3, 232]) expect(await county.cast(id, tokens.get(seat), yes())).toMatchObject({ kind: 'cast' })
    expect(await standing()).toEqual(['cast', 'cast'])
    await county.closed(id, 1)
    const event = (await county.store.consultations.events(id)).find(({ type }) => type === 'RoundClosed')
    if (event?.type !== 'RoundClosed') throw new Error('It was closed')
    expect(event.data.pages).toHaveLength(2)
    const seats = await county.store.closings.seatsAt(id, event.data)
    expect(seats.filter(({ voted }) => voted).map(({ seat }) => seat)).toEqual([3, 232])
    const page = entities.closedSeats.key({ consultation: id, round: 1, page: 2, hash: event.data.pages[1] ?? '' })
    const kept = await county.table.get(page)
    await county.table.update(page, { set: { seats: String(kept?.seats).replace('"voted":true', '"voted":false') } })
    await expect(county.store.closings.seatsAt(id, event.data)).rejects.toThrow('Page 2 of round 1')
  }, 60_000)
})

describe('a secret round', () => {
  it('P6a: nothing in the table says what a seat chose, while it is open or afterwards', async () => {
    const { id, tokens } = await opened('secret')
    for (const seat of [3, 4, 5, 6]) await county.cast(id, tokens.get(seat), seat === 4 ? no('单独的一句话') : yes())
    const open = await ballotOf(tokens.get(4))
    expect(open).toMatchObject({ status: 'cast', seat: 4 })
    expect(Object.keys(open ?? {}).sort()).toEqual(
      ['PK', 'SK', 'at', 'consultation', 'key', 'linkEnds', 'round', 'sealed', 'seat', 'shape', 'status'].sort(),
    )
    // No time finer than the day.
    expect(open?.at).toMatch(/^\d{4}-\d\d-\d\d$/)
    const sizes = new Set<number>()
    for (const seat of [3, 4, 5, 6]) {
      const sealed = (await ballotOf(tokens.get(seat)))?.sealed
      if (sealed instanceof Uint8Array) sizes.add(sealed.length)
    }
    expect(sizes.size).toBe(1)
    expect(JSON.stringify(await rowsOf(county.client, county.tableName))).not.toContain('单独的一句话')
    const [key] = await county.sealTable.queryAll(`SEAL#${id}`)
    expect(key).toBeDefined()
    const state = await county.closed(id, 1)
    expect(state.rounds[0]?.tally?.items).toMatchObject([{ yes: 3, no: 1 }])
    for (const seat of [3, 4, 5, 6]) {
      const left = await ballotOf(tokens.get(seat))
      expect([left?.status, left?.sealed, left?.choices]).toEqual(['cast', undefined, undefined])
    }
    expect(await county.sealTable.queryAll(`SEAL#${id}`)).toEqual([])
    const event = (await county.store.consultations.events(id)).find(({ type }) => type === 'RoundClosed')
    if (event?.type !== 'RoundClosed') throw new Error('It was closed')
    expect(JSON.stringify(await county.store.closings.seatsAt(id, event.data))).not.toContain('choice')
    expect(await county.store.dissents.all(state)).toEqual([
      { dissent: 1, item: 1, words: '单独的一句话', at: expect.any(String) },
    ])
  })

  it('P6a: with two ballots opens nothing, destroys them all the same, and the item stays open', async () => {
    const { id, tokens } = await opened('secret')
    for (const seat of [3, 4]) await county.cast(id, tokens.get(seat), no('不能让人知道'))
    const state = await county.closed(id, 1)
    expect(state.rounds[0]?.tally?.items[0]).toMatchObject({ yes: 0, no: 0, abstain: 0 })
    expect(state.items[0]?.status).toBe('open')
    expect(await county.store.dissents.all(state)).toEqual([])
    expect((await ballotOf(tokens.get(3)))?.sealed).toBeUndefined()
    expect(await ballotOf(tokens.get(5))).toMatchObject({ status: 'closed' })
  })

  it('P6a: a ballot whose answer was lost was received before, after the count as well', async () => {
    const { id, tokens } = await opened('secret')
    for (const seat of [3, 4, 5]) await county.cast(id, tokens.get(seat), yes(), { key: `key-of-${seat}` })
    await county.closed(id, 1)
    expect(await county.cast(id, tokens.get(3), no(), { key: 'key-of-3' })).toMatchObject({ kind: 'before' })
    expect(await county.cast(id, tokens.get(3), yes(), { key: 'another' })).toEqual({ kind: 'voted' })
    expect(await county.cast(id, tokens.get(6), yes())).toEqual({ kind: 'closed' })
  })

  it('P6a: shows no number before three have voted, and nobody while it is open', async () => {
    const { id } = await opened('secret')
    const counts = async () => {
      const state = await county.store.consultations.load(id)
      return county.store.turnout.counts(id, state?.rounds ?? [])
    }
    await county.store.turnout.add(id, 1, [3, 4])
    expect(await counts()).toEqual([{ round: 1, count: 0 }])
    await county.store.turnout.add(id, 1, [4, 5, 3])
    expect(await counts()).toEqual([{ round: 1, count: 3 }])
  })
})

describe('the turnout', () => {
  it('P6a: takes what comes twice once, and several at once all', async () => {
    const { id } = await opened('named')
    await Promise.all([1, 2, 3, 4, 5].map((seat) => county.store.turnout.add(id, 1, [seat, 6])))
    await county.store.turnout.add(id, 1, [1, 2])
    expect(await county.store.turnout.voted(id, 1)).toEqual([1, 2, 3, 4, 5, 6])
  })
})

describe('a link that is given anew', () => {
  it.each(['named', 'secret'] as const)(
    'P6a: takes the ballots of a %s round along, cast or open, and nobody votes twice',
    async (secrecy) => {
      const { id, tokens } = await opened(secrecy)
      for (const seat of [3, 4, 5]) await county.cast(id, tokens.get(seat), yes())
      const state = await county.store.consultations.load(id)
      if (state === undefined) throw new Error('It is open')
      const reissue = openReissue(county.table, county.secrets)
      const [cast, still] = [await reissue(state, 3, now()), await reissue(state, 6, now())]
      expect(await county.cast(id, tokens.get(3), no())).toEqual({ kind: 'missing' })
      expect(await county.cast(id, tokens.get(6), no())).toEqual({ kind: 'missing' })
      expect(await county.store.seats.byLink(tokens.get(6) ?? '', now())).toBeUndefined()
      expect(await county.store.seats.byLink(still, now())).toEqual({ consultation: id, seat: 6 })
      expect(await county.cast(id, cast, no())).toEqual({ kind: 'voted' })
      expect(await county.cast(id, still, no())).toMatchObject({ kind: 'cast' })
      // Given anew twice, it is still opened as what it was sealed as.
      await reissue(state, 3, now())
      expect((await county.closed(id, 1)).rounds[0]?.tally?.items).toMatchObject([{ yes: 3, no: 1 }])
    },
  )

  it('P6a: while its holder votes leaves one ballot, which is counted', async () => {
    const { id, tokens } = await opened('named')
    const state = await county.store.consultations.load(id)
    if (state === undefined) throw new Error('It is open')
    const reissue = openReissue(county.table, county.secrets)
    const [outcome, token] = await Promise.all([county.cast(id, tokens.get(3), yes()), reissue(state, 3, now())])
    const again = await county.cast(id, token, no())
    expect([outcome.kind, again.kind].filter((kind) => kind === 'cast')).toHaveLength(1)
    const [item] = (await county.closed(id, 1)).rounds[0]?.tally?.items ?? []
    expect(item).toMatchObject(outcome.kind === 'cast' ? { yes: 1, no: 0 } : { yes: 0, no: 1 })
  })
})
