import { allDivisions, findDivision } from '@xieshang/divisions'
import { digitsOf, type Level, officerRoles, placeCodeOf, type Role, roles, seatsOf, tenantOf } from '@xieshang/kernel'
import type { Offices } from './accounts.ts'

/** Groups are no places of the statistical code: nobody is offered one. */
const hasPlaces = (level: Level) => level !== 'group'

const levelNames = { city: '市级', county: '县级', township: '乡镇', village: '村', group: '组' } as const

const labelOf = (role: Role, level: Level): string => {
  const { zh } = roles[role].label
  return seatsOf(role).filter(hasPlaces).length === 1 ? zh : `${zh}（${levelNames[level]}）`
}

/** Who may sign in on the desk: every role at every place, with the claims that the functions ask for. */
export const offices: Offices = {
  places: allDivisions().map(({ code, name }) => ({ code, name })),
  roles: officerRoles.flatMap((name) =>
    seatsOf(name)
      .filter(hasPlaces)
      .map((level) => ({
        name,
        label: labelOf(name, level),
        digits: digitsOf[level],
      })),
  ),
  claimsOf: ({ role, division, officer }) => ({
    role,
    division,
    tenant: tenantOf(placeCodeOf(division)),
    name: `${findDivision(division)?.name ?? division} 经办人${officer}`,
  }),
}
