import { allDivisions, findDivision } from '@xieshang/divisions'
import { digitsOf, officerRoles, placeCodeOf, roles, seatOf, tenantOf } from '@xieshang/kernel'
import type { Offices } from './accounts.ts'

/** Who may sign in on the desk: every role at every place, with the claims that the functions ask for. */
export const offices: Offices = {
  places: allDivisions().map(({ code, name }) => ({ code, name })),
  roles: officerRoles.map((name) => ({ name, label: roles[name].label.zh, digits: digitsOf[seatOf(name)] })),
  claimsOf: ({ role, division, officer }) => ({
    role,
    division,
    tenant: tenantOf(placeCodeOf(division)),
    name: `${findDivision(division)?.name ?? division} 经办人${officer}`,
  }),
}
