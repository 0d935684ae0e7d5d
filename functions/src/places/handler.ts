import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type PlaceCode, placeCode, placeLine } from '@xieshang/kernel'
import { keepPlaces, openTable } from '@xieshang/store'
import type { CloudFormationCustomResourceEvent } from 'aws-lambda'
import * as z from 'zod'
import { environment } from '../wiring/environment.ts'
import { lambda } from '../wiring/lambda.ts'
import { logOf } from '../wiring/log.ts'
import { answer } from './answer.ts'

const table = openTable(new DynamoDBClient(), environment('TABLE_NAME').TABLE_NAME)
const log = logOf('places')

const isOf = (county: PlaceCode, line: string): boolean => line.startsWith(county) || line.indexOf(' ') <= county.length

/** What a stack says of a county's places: all of them, and by their names what lies above and the other counties. */
const propertiesSchema = z
  .object({ County: placeCode('county'), Places: z.array(z.string().regex(placeLine)) })
  .refine(({ County, Places }) => Places.some((line) => line.startsWith(`${County} `)), 'The county is not among them')
  .refine(({ County, Places }) => Places.every((line) => isOf(County, line)), 'Some lie in another county')

/**
 * Writes the places that come with a deployment. What the stack deletes stays: the table outlives it, and a resource that
 * gets another name in the template must not take away what the new one wrote.
 */
async function carryOut({ RequestType, ResourceProperties }: CloudFormationCustomResourceEvent): Promise<void> {
  if (RequestType === 'Delete') return
  const { County, Places } = propertiesSchema.parse(ResourceProperties)
  await keepPlaces(table, County, Places)
  log.info('places written', { county: County, places: Places.length })
}

/** Called by CloudFormation, which waits for an answer whatever happens. */
export const handler = lambda(log, async (event: CloudFormationCustomResourceEvent) => {
  try {
    await carryOut(event)
  } catch (error) {
    log.error('places not written', { error })
    return answer(event, String(error))
  }
  return answer(event)
})
