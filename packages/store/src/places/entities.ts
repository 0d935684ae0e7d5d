import { map } from '../entities/attributes.ts'
import { entity } from '../entities/entity.ts'

/** In one partition, so that one query reads them all. */
export const placeRow = entity({
  name: 'place row',
  key: ['PLACES', '{place:code}'],
  attributes: { places: map<readonly string[]>() },
  holds: 'a township with its villages, a county or the city, a line for each place',
  by: ['system'],
  reads: ['whatever names places: all, once in ten minutes for a running function'],
})
