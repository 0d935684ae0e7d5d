import { pathOf } from '@xieshang/kernel'
import { type Owed, overdueOf, owedSchema } from '@xieshang/rules'
import { type Item, notExists, type Write } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { keys } from './keys.ts'

const mostTries = 12

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

const owedIn = (item: Item): Owed => owedSchema.parse(JSON.parse(String(item.card)))

/** Where an owner stands: once in the list of every place that holds it, by the day on which it must act first. */
function lineKeys({ division, owner, duties: [first] }: Owed) {
  return first === undefined ? [] : pathOf(division).map((place) => keys.owedLine(place, first.due, owner))
}

/**
 * Takes in what somebody owes now: their row and their lines, or nothing. A duplicate, a late or a replayed message
 * changes nothing.
 * @returns whether anything changed
 */
export async function applyOwed(table: Table, owed: Owed): Promise<boolean> {
  const key = keys.owner(owed.tenant, owed.owner)
  const card = JSON.stringify(owed)
  for (let tries = 1; ; tries++) {
    const item = await table.get(key)
    const before = item === undefined ? undefined : owedIn(item)
    if (before !== undefined && before.version >= owed.version) return false
    const lines = lineKeys(owed)
    const gone = (before === undefined ? [] : lineKeys(before)).filter(
      ({ PK, SK }) => !lines.some((line) => line.PK === PK && line.SK === SK),
    )
    const outcome = await table.transact([
      {
        put: { ...key, version: owed.version, card },
        condition:
          before === undefined ? notExists : { expression: '#version = :before', values: { before: before.version } },
      },
      ...lines.map((line): Write => ({ put: { ...line, card } })),
      ...gone.map((line): Write => ({ delete: line })),
    ])
    if (outcome.done) return true
    if (tries >= mostTries) throw new Error(`What ${owed.owner} owes keeps changing`)
    await pause(10 * tries * Math.random())
  }
}

/** G3: everybody in a place who let a day pass, the longest ago first, with what they owe since. One partition. */
export async function overdueIn(table: Table, division: string, today: string): Promise<Owed[]> {
  // A day sorts before every line of that day, so today's lines are not among them.
  const items = await table.queryAll(keys.owed(division), { until: today, eventually: true })
  return items.map((item) => {
    const owed = owedIn(item)
    return { ...owed, duties: overdueOf(owed, today) }
  })
}
