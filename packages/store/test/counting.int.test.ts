import { randomInt } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCounting } from '../../acts/src/counting.ts'
import * as entities from '../src/county/entities/index.ts'
import { linkHash } from '../src/county/secrets.ts'
import type { CountyStore } from '../src/county/store.ts'
import { CursorError } from '../src/table/cursor.ts'
import { now, secondOfficer, startCounty, type TestCounty } from './county.ts'

let county: TestCounty
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.stop())

it('P6a: a round in which more seats voted than ballots are found is not counted, and is once they are', async () => {
  const id = await county.ready(6)
  await county.done(id, 'openRound', { method: 'online', secrecy: 'named', items: [1] })
  const tokens = await county.tokensOf(id)
  for (const seat of [3, 4]) await county.cast(id, tokens.get(seat), [{ item: 1, choice: 'yes' }])
  await county.done(id, 'closeRound', { round: 1 })
  const key = entities.ballot.key({ hash: linkHash(tokens.get(3) ?? ''), round: 1 })
  const kept = await county.table.get(key)
  if (kept === undefined) throw new Error('It was cast')
  // A ballot whose choices are sealed has none that a named round could count.
  const { choices: _choices, ...rest } = kept
  await county.table.put({ ...rest, sealed: new Uint8Array([1]) })
  await expect(county.counting.finish(id, 1, now())).rejects.toThrow('2 seats voted, 1 ballots found')
  expect((await county.store.consultations.load(id))?.rounds[0]?.status).toBe('closing')
  await county.table.put(kept)
  expect(await county.counting.finish(id, 1, now())).toBe('counted')
  const state = await county.store.consultations.load(id)
  expect(state?.rounds[0]?.tally?.items).toMatchObject([{ yes: 2, no: 0 }])
})

it('P6a: a round that is still open is not counted, and neither is one that nobody knows', async () => {
  const id = await county.ready(3)
  await county.done(id, 'openRound', { method: 'online', secrecy: 'named', items: [1] })
  expect(await county.counting.finish(id, 1, now())).toBe('nothingToCount')
  expect(await county.counting.finish(id, 2, now())).toBe('nothingToCount')
  expect(await county.counting.finish('NOBODYKNOWSIT', 1, now())).toBe('nothingToCount')
  expect((await county.store.consultations.load(id))?.rounds).toMatchObject([{ status: 'open' }])
  const tokens = await county.tokensOf(id)
  expect(await county.cast(id, tokens.get(3), [{ item: 1, choice: 'yes' }])).toMatchObject({ kind: 'cast' })
})

describe('what is said while a round is counted', () => {
  const said = (words: string) => ({ item: 1, words, name: '某村民' })

  /** A named round with three who wrote why not, closing. */
  async function closing() {
    const id = await county.ready(6)
    await county.done(id, 'openRound', { method: 'online', secrecy: 'named', items: [1] })
    const tokens = await county.tokensOf(id)
    for (const seat of [3, 4, 5])
      await county.cast(id, tokens.get(seat), [{ item: 1, choice: 'no', words: `票上${seat}` }])
    await county.done(id, 'closeRound', { round: 1 })
    return id
  }
  const words = async (id: string) => {
    const state = await county.store.consultations.load(id)
    if (state === undefined) throw new Error('It is gone')
    return (await county.store.dissents.all(state)).map((one) => [one.dissent, one.words])
  }

  /** Counting with an officer who acts whenever something was kept, before it is committed. */
  const counting = (meanwhile: () => Promise<unknown>) => {
    const { closings, ballots } = county.store
    let shut = 0
    const store = {
      ...county.store,
      ballots: {
        ...ballots,
        shutPage: (...args: Parameters<typeof ballots.shutPage>) => {
          shut++
          return ballots.shutPage(...args)
        },
      },
      consultations: {
        ...county.store.consultations,
        commit: async (commit: Parameters<CountyStore['consultations']['commit']>[0]) => {
          await meanwhile()
          return county.store.consultations.commit(commit)
        },
      },
      closings,
    }
    return { ...openCounting({ store, seals: county.seals }), shut: () => shut }
  }

  it('P9f: stays, and every ballot’s words stand once', async () => {
    const id = await closing()
    let left = 1
    const run = counting(async () => {
      if (left-- > 0) await county.done(id, 'recordDissent', said('口头一'))
    })
    expect(await run.finish(id, 1, now())).toBe('counted')
    await county.done(id, 'recordDissent', said('口头二'))
    const all = [
      [1, '口头一'],
      [2, '票上3'],
      [3, '票上4'],
      [4, '票上5'],
      [5, '口头二'],
    ]
    expect(await words(id)).toEqual(all)
    // Another run that began earlier and comes late changes nothing, what was explained among it.
    await county.done(id, 'explainDissent', { dissent: 3, text: '已说明' })
    await county.counting.finish(id, 1, now())
    expect(await words(id)).toEqual(all)
    const state = await county.store.consultations.load(id)
    if (state === undefined) throw new Error('It is gone')
    const { dissents, cursor } = await county.store.dissents.page(state, { limit: 2 })
    expect(dissents.map(({ dissent }) => dissent)).toEqual([1, 2])
    const last = await county.store.dissents.page(state, { limit: 3, cursor })
    expect(last.dissents).toMatchObject([
      { dissent: 3, seat: 4, explanation: { text: '已说明' } },
      { dissent: 4, seat: 5 },
      { dissent: 5, name: '某村民' },
    ])
    expect(last).not.toHaveProperty('cursor')
    await expect(county.store.dissents.page(state, { limit: 3, cursor: 'x' })).rejects.toThrow(CursorError)
  })

  it('P6a: does not keep it from being counted, however much it is; the ballots are read once', async () => {
    const id = await closing()
    let left = 20
    const run = counting(async () => {
      if (left-- > 0) await county.done(id, 'recordDissent', said(`口头${left}`))
    })
    const before = now()
    expect(await run.finish(id, 1, before)).toBe('counted')
    expect(run.shut()).toBe(1)
    expect(await words(id)).toHaveLength(23)
    const events = await county.store.consultations.events(id)
    const times = events.map(({ at }) => at)
    expect(times).toEqual(times.toSorted())
    expect(events.at(-1)?.type).toBe('RoundClosed')
  })

  it('P6a: a run that reads a secret round while another destroys it finds it counted', async () => {
    const id = await county.ready(6)
    await county.done(id, 'openRound', { method: 'online', secrecy: 'secret', items: [1] })
    const tokens = await county.tokensOf(id)
    for (const seat of [3, 4, 5]) await county.cast(id, tokens.get(seat), [{ item: 1, choice: 'yes' }])
    await county.done(id, 'closeRound', { round: 1 })
    const { ballots } = county.store
    let first = true
    const store = {
      ...county.store,
      ballots: {
        ...ballots,
        shutPage: async (...args: Parameters<typeof ballots.shutPage>) => {
          if (first) await county.counting.finish(id, 1, now())
          first = false
          return ballots.shutPage(...args)
        },
      },
    }
    await openCounting({ store, seals: county.seals }).finish(id, 1, now())
    const events = await county.store.consultations.events(id)
    expect(events.filter(({ type }) => type === 'RoundClosed')).toHaveLength(1)
    expect(await county.store.turnout.voted(id, 1)).toEqual([3, 4, 5])
  })

  it('P6a: two runs at once count once', async () => {
    const id = await closing()
    await Promise.all([county.counting.finish(id, 1, now()), county.counting.finish(id, 1, now())])
    const events = await county.store.consultations.events(id)
    expect(events.filter(({ type }) => type === 'RoundClosed')).toHaveLength(1)
    expect(await words(id)).toHaveLength(3)
    const event = events.find(({ type }) => type === 'RoundClosed')
    if (event?.type !== 'RoundClosed') throw new Error('It was closed')
    expect(await county.store.closings.seatsAt(id, event.data)).toHaveLength(8)
  })
})

it('P6a: a round is closed although the record is full, and so is its session', async () => {
  const id = await county.ready(6)
  const all = [1, 2, 3, 4, 5, 6, 7, 8]
  await county.done(id, 'openSession', { kind: 'council', place: '会议室', host: '主任', recorder: '文书' })
  await county.done(id, 'takeAttendance', { session: 1, present: all })
  await county.done(id, 'openRound', { method: 'paper', secrecy: 'named', items: [1] })
  const text = () => Array.from({ length: 5000 }, () => String.fromCharCode(randomInt(0x4e00, 0x9fa5))).join('')
  const discuss = (length: number) =>
    county.run(id, 'recordDiscussion', { session: 1, item: 1, text: text().slice(0, length) })
  // The last one that was refused: another character might pack into a byte less.
  let last = await discuss(5000)
  for (let length = 5000; length >= 1; last = await discuss(Math.max(1, length)))
    if (last.kind !== 'done') length = Math.floor(length / 2)
  while (last.kind === 'done') last = await discuss(1)
  expect(last).toMatchObject({ kind: 'refused', refusal: { code: 'recordFull' } })
  const ballots = all.map((seat) => ({ seat, choices: [{ item: 1, choice: 'yes' as const }] }))
  const entry = { round: 1, ballots, returned: [], counts: [] }
  await county.done(id, 'enterPapers', entry)
  const state = await county.done(id, 'confirmPapers', entry, { actor: secondOfficer })
  expect(state.rounds[0]?.tally?.items).toMatchObject([{ yes: 8, no: 0, abstain: 0 }])
  await county.done(id, 'closeSession', { session: 1 })
}, 60_000)
