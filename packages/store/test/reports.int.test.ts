import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { placeCodeOf } from '@xieshang/kernel'
import { expect, it } from 'vitest'
import { openReports } from '../src/county/reports.ts'
import { openTable } from '../src/table/table.ts'

setFlagsFromString('--expose_gc')
const collect = runInNewContext('gc') as () => void

const councils = 1_000_000
const perPage = 1000
const villages = 240
const quarterOfMonth = (month: number) => Math.ceil(month / 3)

/** The n-th council of a made-up county: every village in turn, spread over the year. */
const councilAt = (n: number) => {
  const month = 1 + (n % 12)
  return { village: `331102${String(100001 + (n % villages)).padStart(6, '0')}`, month }
}

/** A table that makes up its pages as they are asked for, and weighs what is held between them. */
function endless() {
  let heaviest = 0
  let pages = 0
  const send = async (command: {
    input: { ExclusiveStartKey?: { SK?: { S?: string } }; ExpressionAttributeValues?: object }
  }) => {
    const partition = JSON.stringify(command.input.ExpressionAttributeValues)
    if (!partition.includes('COUNCILS#')) return { Items: [] }
    const from = Number(command.input.ExclusiveStartKey?.SK?.S?.split('#')[1] ?? 0)
    if (pages++ % 100 === 0) {
      collect()
      heaviest = Math.max(heaviest, process.memoryUsage().heapUsed)
    }
    const items = Array.from({ length: perPage }, (_, index) => {
      const { village, month } = councilAt(from + index)
      const at = `2026-${String(month).padStart(2, '0')}-15T04:00:00.000Z`
      return marshall({ PK: 'COUNCILS#331102', SK: `${at}#${from + index}#1`, division: village })
    })
    const next = from + perPage
    return {
      Items: items,
      ...(next < councils && { LastEvaluatedKey: marshall({ PK: 'COUNCILS#331102', SK: `x#${next}` }) }),
    }
  }
  return { client: { send } as unknown as DynamoDBClient, heaviest: () => heaviest, pages: () => pages }
}

it('F2: a report over a million councils holds the sums and one page, never the county', async () => {
  const { client, heaviest, pages } = endless()
  const reports = openReports(openTable(client, 'county'))
  collect()
  const before = process.memoryUsage().heapUsed
  const held = await reports.councilsIn(placeCodeOf('331102'), 2026)
  expect(pages()).toBe(councils / perPage)
  expect(held.size).toBe(villages)
  const total = [...held.values()].flatMap((quarters) => [...quarters.values()]).reduce((sum, n) => sum + n, 0)
  expect(total).toBe(councils)
  const first = Array.from({ length: councils }, (_, n) => n).filter((n) => n % villages === 0)
  for (const quarter of [1, 2, 3, 4] as const)
    expect(held.get(councilAt(0).village)?.get(`2026Q${quarter}`) ?? 0).toBe(
      first.filter((n) => quarterOfMonth(councilAt(n).month) === quarter).length,
    )
  // Held whole it would be hundreds of megabytes.
  expect(heaviest() - before).toBeLessThan(24_000_000)
}, 120_000)
