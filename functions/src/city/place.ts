import { Problem } from '@xieshang/http'
import type { PlaceCode, Prove } from '@xieshang/kernel'
import type { CityStore } from '@xieshang/store'

/** A place that there is, among all of them. */
export async function placeOf(store: Pick<CityStore, 'places'>, prove: Prove, code: PlaceCode) {
  const places = await store.places.known()
  const place = places.find(code)
  if (place === undefined) throw Problem.of('notFound')
  prove(code)
  return { place, places }
}
