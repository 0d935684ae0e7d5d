import fc from 'fast-check'
import { expect, it } from 'vitest'
import { batchesOf, type Packed } from './publish.ts'

const message = (body: string): Packed => ({ attributes: { kind: 'step' }, body })

it('batches take what they hold and keep the order, in bytes and not in characters', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(240_000), { maxLength: 40 }), (lengths) => {
      const messages = lengths.map((length, index) => message(`${index}${'议'.repeat(length / 3)}`))
      const batches = batchesOf(messages)
      expect(batches.flat()).toEqual(messages)
      for (const batch of batches) {
        expect(batch.length).toBeLessThanOrEqual(10)
        expect(batch.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0)).toBeLessThan(256 * 1024)
      }
    }),
  )
})

it('a batch is as full as can be', () => {
  expect(batchesOf(Array.from({ length: 25 }, () => message('short'))).map(({ length }) => length)).toEqual([10, 10, 5])
  expect(batchesOf(Array.from({ length: 5 }, () => message('x'.repeat(120_000)))).map(({ length }) => length)).toEqual([
    2, 2, 1,
  ])
})
