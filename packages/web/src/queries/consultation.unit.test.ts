import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { placeCodeOf } from '@xieshang/kernel'
import { describe, expect, it } from 'vitest'
import type { ConsultationView } from '../api/staff.ts'
import { consultationQuery, deadlinesQuery, readAnew, seatsQuery, takeOver } from './consultation.ts'
import { paged } from './paged.ts'

const which = { county: placeCodeOf('331102'), id: 'C1' }

/** As much of a consultation as tells one version from another. */
const at = (version: number) => ({ consultation: { version } }) as ConsultationView

describe('what is known of a consultation', () => {
  it('is what a command answered, not what was asked for before it', async () => {
    const client = new QueryClient()
    const { queryKey } = consultationQuery(which)
    client.setQueryData(queryKey, at(1))
    const poll = Promise.withResolvers<ConsultationView>()
    const observer = new QueryObserver(client, { queryKey, queryFn: () => poll.promise })
    const leave = observer.subscribe(() => undefined)
    await takeOver(client, which, at(2))
    poll.resolve(at(1))
    await new Promise((resolve) => setTimeout(resolve))
    expect(client.getQueryData(queryKey)?.consultation.version).toBe(2)
    leave()
  })

  it('is read anew in all its parts when it moved on, and itself not', async () => {
    const client = new QueryClient()
    client.setQueryData(consultationQuery(which).queryKey, at(2))
    client.setQueryData(deadlinesQuery(which).queryKey, { today: '2026-03-05', duties: [] })
    client.setQueryData(deadlinesQuery({ ...which, id: 'C2' }).queryKey, { today: '2026-03-05', duties: [] })
    await readAnew(client, which)
    const isStale = (queryKey: readonly unknown[]) => client.getQueryState(queryKey)?.isInvalidated
    expect(isStale(deadlinesQuery(which).queryKey)).toBe(true)
    expect(isStale(consultationQuery(which).queryKey)).toBe(false)
    expect(isStale(deadlinesQuery({ ...which, id: 'C2' }).queryKey)).toBe(false)
  })

  it('has seats of its own for each page and each set of them', () => {
    const keys = [
      seatsQuery(which),
      seatsQuery(which, { after: 200 }),
      seatsQuery({ ...which, county: placeCodeOf('331121') }),
    ].map(({ queryKey }) => JSON.stringify(queryKey))
    expect(new Set(keys).size).toBe(3)
  })
})

describe('a list page by page', () => {
  it('begins each page where the one before ends now', async () => {
    const client = new QueryClient()
    let entries = ['1', '2', '3', '4']
    const query = paged({
      key: ['list'],
      page: async (cursor) => {
        const from = cursor === undefined ? 0 : entries.indexOf(cursor)
        const cursorAfter = entries[from + 2]
        return { entries: entries.slice(from, from + 2), ...(cursorAfter !== undefined && { cursor: cursorAfter }) }
      },
    })
    const pages = async () =>
      (await client.fetchInfiniteQuery({ ...query, pages: 2 })).pages.map((page) => page.entries)
    expect(await pages()).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
    entries = ['0', ...entries]
    expect(await pages()).toEqual([
      ['0', '1'],
      ['2', '3'],
    ])
  })
})
