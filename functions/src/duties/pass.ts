import type { PlaceCode } from '@xieshang/kernel'
import type { CountyStore, Pass } from '@xieshang/store'

const pageSize = 50
/** Of so many townships at once the places are worked out. */
const townshipsAtOnce = 4

export type Township = { readonly code: PlaceCode; readonly villages: readonly PlaceCode[] }

export type PassOptions = {
  readonly store: Pick<CountyStore, 'consultations' | 'seatCounts' | 'summaries' | 'duties' | 'dailyPass'>
  readonly tenant: PlaceCode
  /** The townships in a lasting order, each with the villages below it. */
  readonly townships: readonly Township[]
  /** Instant in UTC, and its day in UTC+8. */
  readonly now: string
  readonly day: string
  /** Whether there is time for another page. */
  readonly goOn: () => boolean
  /** Told of what could not be worked out; the others go on, and the next day's pass tries again. */
  readonly failed: (what: string, error: unknown) => void
}

type Counted = {
  readonly stage: Pass['stage']
  readonly visited: number
  readonly changed: number
  readonly failed: number
}

/** Goes over consultations and places page by page, and notes after each how far it came. */
export async function runPass(options: PassOptions): Promise<Counted> {
  const { store, tenant, townships, now, day } = options
  let visited = 0
  let changed = 0
  let failed = 0

  async function visit(what: string, refresh: () => Promise<boolean>): Promise<void> {
    visited++
    try {
      if (await refresh()) changed++
    } catch (error) {
      failed++
      options.failed(what, error)
    }
  }

  /** A township with its villages at once; where that fails each alone, so that one place does not stop the others. */
  async function visitTownship({ code, villages }: Township): Promise<void> {
    try {
      const count = await store.duties.refreshPlaces(code, villages, now)
      changed += count
      visited += 1 + villages.length
    } catch {
      for (const place of [code, ...villages]) await visit(place, () => store.duties.refreshPlace(place, now))
    }
  }

  async function consultations(from: string | undefined): Promise<Pass> {
    const { cards, cursor } = await store.consultations.list(tenant, { limit: pageSize, cursor: from })
    const open = cards.filter(({ step }) => step !== 'closed')
    await Promise.all(
      open.map(({ id }) =>
        visit(id, async () => {
          const listed = (await store.consultations.load(id))?.list?.listed ?? 0
          await store.seatCounts.anew(id, listed)
          const read = await store.summaries.refresh(id)
          if (read === undefined) return false
          // Most calls find the day's pass done, and need no table of holidays.
          const { chinaCalendar } = await import('../wiring/calendar.ts')
          return store.duties.refreshCase(read.state, read.seats, chinaCalendar)
        }),
      ),
    )
    return cursor === undefined ? { day, stage: 'places' } : { day, stage: 'consultations', from: cursor }
  }

  async function page(pass: Pass): Promise<Pass> {
    if (pass.stage === 'consultations') return consultations(pass.from)
    const at = Math.max(
      0,
      townships.findIndex(({ code }) => code === pass.from),
    )
    const next = townships[at + townshipsAtOnce]
    await Promise.all(townships.slice(at, at + townshipsAtOnce).map(visitTownship))
    return next === undefined ? { day, stage: 'done' } : { day, stage: 'places', from: next.code }
  }

  let pass = await store.dailyPass.of(day)
  while (pass.stage !== 'done' && options.goOn()) {
    pass = await page(pass)
    await store.dailyPass.save(pass)
  }
  return { stage: pass.stage, visited, changed, failed }
}
