import { type PlaceCode, pathOf } from '@xieshang/kernel'
import { type Owed, overdueOf } from '@xieshang/rules'
import { notExists, type Write } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { owedLine, owner } from './entities.ts'

const mostTries = 12

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Where an owner stands: once in the list of every place that holds it, by the day on which it must act first. */
function linesOf(card: Owed) {
  const { division, owner, duties } = card
  const [first] = duties
  return first === undefined
    ? []
    : pathOf(division).map((place) => owedLine.item({ place, due: first.due, owner, card }))
}

/**
 * Takes in what somebody owes now: their row and their lines, or nothing. A duplicate, a late or a replayed message
 * changes nothing.
 * @returns whether anything changed
 */
export async function applyOwed(table: Table, owed: Owed): Promise<boolean> {
  const { tenant: county, version } = owed
  const key = owner.key({ county, owner: owed.owner })
  for (let tries = 1; ; tries++) {
    const item = await table.get(key)
    const before = item === undefined ? undefined : owner.read(item).card
    if (before !== undefined && before.version >= version) return false
    const lines = linesOf(owed)
    const gone = (before === undefined ? [] : linesOf(before)).filter(
      ({ PK, SK }) => !lines.some((line) => line.PK === PK && line.SK === SK),
    )
    const outcome = await table.transact([
      {
        put: owner.item({ county, owner: owed.owner, version, card: owed }),
        condition:
          before === undefined ? notExists : { expression: '#version = :before', values: { before: before.version } },
      },
      ...lines.map((put): Write => ({ put })),
      ...gone.map((line): Write => ({ delete: line })),
    ])
    if (outcome.done) return true
    if (tries >= mostTries) throw new Error(`What ${owed.owner} owes keeps changing`)
    await pause(10 * tries * Math.random())
  }
}

/** G3: everybody in a place who let a day pass, the longest ago first, with what they owe since. One partition. */
export async function overdueIn(table: Table, division: PlaceCode, today: string): Promise<Owed[]> {
  // A day sorts before every line of that day, so today's lines are not among them.
  const items = await table.queryAll(owedLine.partition({ place: division }), { until: today, eventually: true })
  return items.map((item) => {
    const owed = owedLine.read(item).card
    return { ...owed, duties: overdueOf(owed, today) }
  })
}
