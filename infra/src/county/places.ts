import { Duration } from 'aws-cdk-lib'
import { placesPartition, tellPlaces, writesPlaces } from '../constructs/places.ts'
import type { Ground } from './ground.ts'

/** The names of the county's places: rows of its table, written at a deployment. */
export function definePlaces(ground: Ground, places: readonly string[]): void {
  const writer = ground.define('places', 'writes the places that come with a deployment', {
    needs: { table: [{ verbs: writesPlaces, partitions: [placesPartition] }] },
    timeout: Duration.seconds(60),
  })
  tellPlaces(writer, { code: ground.code, places })
}
