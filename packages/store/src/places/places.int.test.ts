import { marshall } from '@aws-sdk/util-dynamodb'
import { lineOf, placeCodeOf } from '@xieshang/kernel'
import { describe, expect, it } from 'vitest'
import { linesFor } from '../../../divisions/src/index.ts'
import { callsOf, meter } from '../../test/capacity.ts'
import { createTestTable, rowsOf } from '../../test/table.ts'
import { readStreamImage } from '../county/stream.ts'
import { keepPlaces } from './keep.ts'
import { openPlaces } from './places.ts'

const oneQuery = { QueryCommand: 1 }

describe('the places of a table', () => {
  it('are read whole by one query of a few units, with a row for each township', async () => {
    const { client, table, tableName } = await createTestTable()
    await keepPlaces(table, placeCodeOf('331121'), linesFor(placeCodeOf('331121')))
    const rows = await rowsOf(client, tableName)
    expect(rows).toHaveLength(1 + 9 + 32)
    for (const row of rows) {
      expect(JSON.stringify(row).length).toBeLessThan(2_000)
      // The outbox has nothing to say of them.
      expect(readStreamImage('INSERT', marshall(row))).toEqual({ kind: 'nothing' })
    }
    const places = openPlaces(table)
    const { read } = await meter(client).of(() => places.known())
    expect(read).toBeLessThanOrEqual(6)
    const known = await places.known()
    expect(known.all.map(lineOf)).toEqual(linesFor('331121'))
    // A rule that another county issued is shown by its name.
    expect(known.nameOf('331102')).toBe('莲都区')
    expect(known.find('331121104234')?.name).toBe('上(田本)村村委会')
    expect(known.find('331102001')).toBeUndefined()
  })

  it('are read once, however many ask and however often, and again after ten minutes', async () => {
    const { client, table } = await createTestTable()
    await keepPlaces(table, placeCodeOf('331102'), linesFor(placeCodeOf('331102')))
    let at = 0
    const places = openPlaces(table, () => at)
    const ask = (times: number) => () => Promise.all(Array.from({ length: times }, () => places.known()))
    expect(await callsOf(client, ask(50))).toEqual(oneQuery)
    at = 599_999
    expect(await callsOf(client, ask(50))).toEqual({})
    const renamed = linesFor('331102').map((line) => line.replace('紫金街道', '紫荆街道'))
    await keepPlaces(table, placeCodeOf('331102'), renamed)
    expect((await places.known()).nameOf('331102001')).toBe('紫金街道')
    at = 600_000
    expect(await callsOf(client, ask(50))).toEqual(oneQuery)
    expect((await places.known()).nameOf('331102001')).toBe('紫荆街道')
  })

  it('are asked for again where none were written yet, and where reading them failed', async () => {
    const { client, table } = await createTestTable()
    const places = openPlaces(table)
    expect((await places.known()).nameOf('331102')).toBe('331102')
    await keepPlaces(table, placeCodeOf('331102'), linesFor(placeCodeOf('331102')))
    const fails = { step: 'initialize', name: 'fails', override: true } as const
    client.middlewareStack.add(() => () => Promise.reject(new Error('overloaded')), fails)
    await expect(places.known()).rejects.toThrow('overloaded')
    client.middlewareStack.remove('fails')
    expect((await places.known()).nameOf('331102')).toBe('莲都区')
  })
})

describe('keeping places', () => {
  it('takes a township and a village away that are gone, and leaves other counties and the city alone', async () => {
    const { table } = await createTestTable()
    const others = linesFor('331121')
    await keepPlaces(table, placeCodeOf('331121'), others)
    await keepPlaces(table, placeCodeOf('331102'), linesFor(placeCodeOf('331102')))
    const fewer = linesFor('331102').filter((line) => !line.startsWith('331102002') && !line.startsWith('331102001001'))
    for (let times = 0; times < 2; times++) await keepPlaces(table, placeCodeOf('331102'), fewer)
    const { all, find } = await openPlaces(table).known()
    expect(all.map(lineOf)).toEqual([...new Set([...fewer, ...others])].toSorted())
    expect(find('331102002')).toBeUndefined()
    expect(find('331102001001')).toBeUndefined()
  })
})
