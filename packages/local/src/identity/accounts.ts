export type Place = { readonly code: string; readonly name: string }

export const roleNames = {
  city: '市级',
  county: '县（市、区）',
  township: '乡镇（街道）',
  village: '村（社区）',
  supervisor: '村（居）务监督',
} as const

export type RoleName = keyof typeof roleNames

const codeLength: Record<RoleName, number> = { city: 4, county: 6, township: 9, village: 12, supervisor: 12 }

export type Account = { readonly role: RoleName; readonly division: string; readonly officer: number }

export const isRole = (value: string): value is RoleName => value in roleNames

/** `village:331102001001:1` and back. */
export const accountId = ({ role, division, officer }: Account): string => `${role}:${division}:${officer}`

export function accountOf(id: string): Account | undefined {
  const [role = '', division = '', officer = '1'] = id.split(':')
  if (!isRole(role) || division.length !== codeLength[role] || !/^\d+$/.test(division) || !/^[1-9]$/.test(officer))
    return undefined
  return { role, division, officer: Number(officer) }
}

/** The claims that say what an officer may do. */
export function claimsFor(account: Account, places: ReadonlyMap<string, string>) {
  return {
    role: account.role,
    division: account.division,
    tenant: account.division.slice(0, 6),
    name: `${places.get(account.division) ?? account.division} 经办人${account.officer}`,
  }
}
