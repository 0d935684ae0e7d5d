import { type Officer, Problem } from '@xieshang/http'
import { atLevel, type Places, type Prove } from '@xieshang/kernel'

/**
 * Who is signed in, and where they sit. A group is no place of the statistical code: its people are told their village's.
 * @throws Problem where there is no such place
 */
export function meOf({ name, role, division: own }: Officer, prove: Prove, { find, pathOf }: Places) {
  const place = atLevel(prove(own), 'village')
  const division = find(place)
  if (division === undefined) throw Problem.of('forbidden')
  return { name, role, division, path: pathOf(place) }
}
