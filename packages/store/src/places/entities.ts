import { map } from '../entities/attributes.ts'
import { entity } from '../entities/entity.ts'

/**
 * A township with its villages, a county or the city, a line for each place. In one partition, so that one query reads
 * them all.
 * @by system
 * @reads whatever names places: all, once in ten minutes for a running function
 */
export const placeRow = entity({
  key: ['PLACES', '{place:code}'],
  attributes: { places: map<readonly string[]>() },
})
