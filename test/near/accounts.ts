import { findDivision } from '@xieshang/divisions'

export type Account = { readonly role: string; readonly division: string; readonly officer: number }

/** The claims of an officer, as the identity provider gives them. */
export const claimsOf = ({ role, division, officer }: Account): Record<string, string> => ({
  sub: `${role}:${division}:${officer}`,
  role,
  division,
  tenant: division.slice(0, 6),
  name: `${findDivision(division)?.name ?? division} 经办人${officer}`,
})
