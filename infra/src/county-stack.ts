import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { HttpApiOptions, Identity } from './constructs/http-api.ts'
import { defineCountyApi } from './county/api.ts'
import { defineChannels } from './county/channels.ts'
import { defineDuties } from './county/duties.ts'
import { Ground, type GroundProps } from './county/ground.ts'
import { defineInbox } from './county/inbox.ts'
import { defineLongActs } from './county/longActs.ts'
import { defineOutbox } from './county/outbox.ts'
import { definePlaces } from './county/places.ts'

export type CountyStackProps = StackProps &
  GroundProps & {
    readonly identity: Identity
    readonly domain: HttpApiOptions['domain']
    /** Name of the city's queue of summaries. */
    readonly cityQueueName: string
    /** The county's places and what lies above them, a line each. */
    readonly places: readonly string[]
  }

/** One county: everything that is its own, and nothing else. */
export class CountyStack extends Stack {
  constructor(scope: Construct, id: string, props: CountyStackProps) {
    super(scope, id, props)
    const ground = new Ground(this, props)
    defineCountyApi(ground, props)
    defineOutbox(ground, props.cityQueueName)
    defineLongActs(ground)
    defineChannels(ground)
    defineDuties(ground)
    defineInbox(ground)
    definePlaces(ground, props.places)
  }
}
