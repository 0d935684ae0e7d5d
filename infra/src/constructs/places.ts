import { CustomResource, Duration } from 'aws-cdk-lib'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'

/** A county with its places and what lies above them, a line each. */
export type CountyPlaces = { readonly code: string; readonly places: readonly string[] }

/** The partition of a table that holds its places. */
export const placesPartition = 'PLACES'

/** What writing them does there. */
export const writesPlaces = ['Query', 'BatchWriteItem', 'DeleteItem'] as const

/**
 * Has a county's places written by a deployment whose places are others than those before: they are all that the resource
 * says. A county at a time, since CloudFormation sends the function what is new and what was before in one event of 256 KB.
 */
export function tellPlaces(writer: LambdaFunction, { code, places }: CountyPlaces): void {
  const resource = new CustomResource(writer.stack, `places-of-${code}`, {
    resourceType: 'Custom::Places',
    serviceToken: writer.functionArn,
    // Where the function cannot even begin nobody answers: then the deployment goes back after this, not after an hour.
    serviceTimeout: Duration.minutes(5),
    properties: { County: code, Places: places },
  })
  // With the function come its role and what that is granted.
  resource.node.addDependency(writer)
}
