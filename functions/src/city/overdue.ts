import { type Place, type PlaceCode, type Places, tenantOf, within } from '@xieshang/kernel'
import { dayOf, dutiesIn, dutyKinds, type Owed } from '@xieshang/rules'
import type { CityStore } from '@xieshang/store'

const pageSize = 100

const lines = ({ division, owner, consultation, title, duties }: Owed, { nameOf }: Places) =>
  duties.map((duty) => ({
    ...duty,
    label: dutyKinds[duty.kind].label,
    clause: dutyKinds[duty.kind].clause,
    division,
    divisionName: nameOf(division),
    countyName: nameOf(tenantOf(division)),
    ...(consultation && { consultation: owner }),
    ...(title !== undefined && { title }),
  }))

/** G3: what is overdue in a place today (UTC+8), counted for those right below it, and a page of it. */
export async function overdueOf(
  store: Pick<CityStore, 'overdueIn'>,
  { place, places }: { readonly place: Place; readonly places: Places },
  from: number,
) {
  const today = dayOf(new Date().toISOString())
  const owed = await store.overdueIn(place.code, today)
  const duties = owed.flatMap((one) => lines(one, places)).toSorted((a, b) => a.due.localeCompare(b.due))
  const countIn = (code: PlaceCode) =>
    duties.reduce((sum, duty) => (within(duty.division, code) ? sum + dutiesIn(duty) : sum), 0)
  return {
    place,
    today,
    total: countIn(place.code),
    below: places.childrenOf(place.code).map((child) => ({ place: child, count: countIn(child.code) })),
    duties: duties.slice(from, from + pageSize),
    ...(duties.length > from + pageSize && { next: from + pageSize }),
  }
}
