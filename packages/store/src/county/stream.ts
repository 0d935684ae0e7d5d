import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Change } from '../entities/change.ts'
import type { Item } from '../table/items.ts'
import * as entities from './entities/index.ts'

/** The entities whose changes mean something to the outbox; what that is, their declarations say. */
export const streamed = [
  entities.event,
  entities.head,
  entities.summary,
  entities.unknown,
  entities.seat,
  entities.seatFacts,
  entities.opinion,
  entities.ballot,
  entities.turnout,
  entities.delivery,
  entities.caseDuties,
  entities.placeDuties,
  entities.entry,
  entities.entryLine,
  entities.registerImport,
] as const

type Image = Readonly<Record<string, AttributeValue>>

/** Lambda gets its records as JSON: what is bytes in the table comes as text in base64. */
const withBytes = (image: Image): Record<string, AttributeValue> =>
  Object.fromEntries(
    Object.entries(image).map(([name, value]) => {
      const { B: bytes }: { readonly B?: unknown } = value
      return [name, typeof bytes === 'string' ? { B: Buffer.from(bytes, 'base64') } : value]
    }),
  )

/** Reads a stream record's new image: what its entity says that the change means. */
export function readStreamImage(eventName: string, image: Record<string, AttributeValue> | undefined): Change {
  if (image === undefined || eventName === 'REMOVE') return { kind: 'nothing' }
  const item = unmarshall(withBytes(image)) as Item
  for (const entity of streamed) {
    const change = entity.changeOf(item, eventName === 'INSERT')
    if (change !== undefined) return change
  }
  return { kind: 'nothing' }
}
