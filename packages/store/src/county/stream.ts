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

/** Reads a stream record's new image: what its entity says that the change means. */
export function readStreamImage(eventName: string, image: Record<string, AttributeValue> | undefined): Change {
  if (image === undefined || eventName === 'REMOVE') return { kind: 'nothing' }
  const item = unmarshall(image) as Item
  for (const entity of streamed) {
    const change = entity.changeOf(item, eventName === 'INSERT')
    if (change !== undefined) return change
  }
  return { kind: 'nothing' }
}
