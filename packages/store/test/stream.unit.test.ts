import { marshall } from '@aws-sdk/util-dynamodb'
import { expect, it } from 'vitest'
import { readStreamImage } from '../src/county/stream.ts'

it('P6a: that a sealed ballot was cast is read from a record as Lambda gets it, its bytes in base64', () => {
  const ballot: Record<string, unknown> = {
    ...{ PK: 'LINK#hash', SK: 'ROUND#001', consultation: 'C1', round: 1, seat: 7, status: 'cast' },
    sealed: new Uint8Array([1, 2, 3]),
  }
  const asLambda: Parameters<typeof readStreamImage>[1] = JSON.parse(
    JSON.stringify(marshall(ballot), (_name, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
    ),
  )
  const cast = { kind: 'cast', consultation: 'C1', round: 1, seat: 7 }
  expect(readStreamImage('MODIFY', marshall(ballot))).toEqual(cast)
  expect(readStreamImage('MODIFY', asLambda)).toEqual(cast)
})
