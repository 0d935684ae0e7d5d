import { placeCodeOf } from '@xieshang/kernel'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiFailure } from '../../shared/problem.ts'
import type { Draft } from '../values.ts'
import { createDrafts } from './drafts.ts'
import { openLocal } from './local.ts'

const at = { api: placeCodeOf('331102'), place: placeCodeOf('331102001001'), about: '01KB2T9M4Z6V8Q0W3Y5R7N1C2D' }
const keptAt = '2026-03-02T06:05:00.000Z'

/** A device's storage. */
function storageOf(): Storage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
    clear: () => items.clear(),
  }
}

/** A county that keeps drafts, and can be away. */
function countyOf() {
  const drafts = new Map<string, string>()
  const county = {
    away: false,
    drafts,
    calls: [] as string[],
    remote: {
      list: () => answer('list', () => [...drafts].map(([form, typed]) => ({ form, typed, keptAt }))),
      put: (form: string, typed: string) =>
        answer(`put ${form}`, () => {
          drafts.set(form, typed)
          return { form, typed, keptAt }
        }),
      remove: (form: string) =>
        answer(`remove ${form}`, () => {
          drafts.delete(form)
          return { form }
        }),
    },
  }
  async function answer<T>(call: string, give: () => T): Promise<T> {
    county.calls.push(call)
    if (county.away) throw new TypeError('Failed to fetch')
    return give()
  }
  return county
}

let storage: Storage
let county: ReturnType<typeof countyOf>
/** A tab that is opened on the page. */
const tab = async (owner = 'one') => {
  const drafts = createDrafts(county.remote, async () => openLocal(owner, at, storage))
  await drafts.load()
  return drafts
}
const type = (drafts: Awaited<ReturnType<typeof tab>>, form: string, typed: Draft) => drafts.put(form, typed, typed)
const settle = (ms = 2000) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  vi.useFakeTimers()
  storage = storageOf()
  county = countyOf()
})

afterEach(() => vi.useRealTimers())

describe('what is typed', () => {
  it('is with the county a moment after typing pauses, once, and no longer on the device', async () => {
    const drafts = await tab()
    for (const title of ['装', '装路', '装路灯']) {
      type(drafts, 'addTask', { title })
      await settle(300)
    }
    expect(drafts.get('addTask')).toEqual({ typed: { title: '装路灯' } })
    expect(storage.length).toBe(1)
    await settle()
    expect(drafts.get('addTask')).toEqual({ typed: { title: '装路灯' }, keptAt })
    expect(county.calls).toEqual(['list', 'put addTask'])
    expect(storage.length).toBe(0)
  })

  it('is there after the tab was killed, before and after the county had it', async () => {
    type(await tab(), 'addTask', { title: '装路灯' })
    expect((await tab()).get('addTask')?.typed).toEqual({ title: '装路灯' })
    await settle()
    storage.clear()
    expect((await tab()).get('addTask')).toEqual({ typed: { title: '装路灯' }, keptAt })
  })

  it('stays on the device while the county is away, and goes to it by itself', async () => {
    const drafts = await tab()
    county.away = true
    type(drafts, 'addTask', { title: '装路灯' })
    await settle()
    expect(drafts.get('addTask')).toEqual({ typed: { title: '装路灯' } })
    expect(storage.length).toBe(1)
    county.away = false
    await settle(20_000)
    expect([...county.drafts.values()]).toEqual(['{"title":"装路灯"}'])
    expect(drafts.get('addTask')?.keptAt).toBe(keptAt)
  })

  it('of this device wins over what the county had before, until it has this', async () => {
    county.drafts.set('addTask', '{"title":"旧"}')
    county.away = true
    type(await tab(), 'addTask', { title: '新' })
    county.away = false
    const again = await tab()
    expect(again.get('addTask')?.typed).toEqual({ title: '新' })
    await settle()
    expect(county.drafts.get('addTask')).toBe('{"title":"新"}')
  })

  it('goes at once when the page is left, and only the last of it', async () => {
    const drafts = await tab()
    type(drafts, 'addTask', { title: '装' })
    type(drafts, 'addTask', { title: '装路灯' })
    await drafts.flush()
    expect(county.drafts.get('addTask')).toBe('{"title":"装路灯"}')
    await settle()
    expect(county.calls).toEqual(['list', 'put addTask'])
  })

  it('is gone everywhere once it was sent, even where the county was away just then', async () => {
    const drafts = await tab()
    type(drafts, 'addTask', { title: '装路灯' })
    await settle()
    county.away = true
    drafts.remove('addTask')
    await settle()
    expect(drafts.get('addTask')).toBeUndefined()
    county.away = false
    expect((await tab()).get('addTask')).toBeUndefined()
    await settle()
    expect(county.drafts.size).toBe(0)
    expect(storage.length).toBe(0)
  })

  it('that was sent from elsewhere is gone here at the next look, and what was typed since is not', async () => {
    const drafts = await tab()
    type(drafts, 'addTask', { title: '一' })
    type(drafts, 'addItem', { title: '二' })
    await settle()
    county.drafts.clear()
    type(drafts, 'addItem', { title: '三' })
    await settle(20_000)
    await drafts.load()
    expect(drafts.get('addTask')).toBeUndefined()
    expect(drafts.get('addItem')?.typed).toEqual({ title: '三' })
  })

  it('is nobody else’s on the same device, and not older than thirty days', async () => {
    county.away = true
    type(await tab(), 'addTask', { title: '装路灯' })
    county.drafts.clear()
    expect((await tab('two')).get('addTask')).toBeUndefined()
    expect(storage.length).toBe(1)
    vi.setSystemTime(Date.now() + 31 * 86_400_000)
    expect((await tab()).get('addTask')).toBeUndefined()
    expect(storage.length).toBe(0)
  })

  it('too long for the county stays on the device and says so; a refusal is not tried again', async () => {
    const drafts = await tab()
    type(drafts, 'addTask', { title: '长'.repeat(100_001) })
    await settle()
    expect(drafts.get('addTask')?.stays).toBe(true)
    expect(county.calls).toEqual(['list'])
    county.remote.put = async (form) => {
      county.calls.push(`put ${form}`)
      throw new ApiFailure({ status: 403, code: 'forbidden', title: '', detail: '' })
    }
    type(drafts, 'addTask', { title: '短' })
    await settle(60_000)
    expect(county.calls).toEqual(['list', 'put addTask'])
  })

  it('files and secrets never leave the page', async () => {
    const drafts = await tab()
    drafts.put('recordPosting', { place: '村口', photo: '01KB' }, { place: '村口' })
    expect(JSON.stringify(storage.getItem(storage.key(0) ?? ''))).not.toContain('01KB')
    await settle()
    expect([...county.drafts.values()]).toEqual(['{"place":"村口"}'])
    drafts.put('recordTelling', { photo: '01KC' }, {})
    await settle(20_000)
    await drafts.load()
    expect(county.drafts.size).toBe(1)
    expect(drafts.get('recordPosting')?.typed).toEqual({ place: '村口', photo: '01KB' })
    expect(drafts.get('recordTelling')?.typed).toEqual({ photo: '01KC' })
  })
})
