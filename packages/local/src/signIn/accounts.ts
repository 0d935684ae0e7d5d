export type Place = { readonly code: string; readonly name: string }

/** A role under which somebody may sign in on the desk, at one of the levels where its people sit. */
export type DeskRole = {
  readonly name: string
  /** As the sign-in page shows it. */
  readonly label: string
  /** Digits of the code of the place where its people sit. */
  readonly digits: number
}

export type Account = { readonly role: string; readonly division: string; readonly officer: number }

/** Who may sign in on the desk and what their token says. */
export type Offices = {
  readonly places: readonly Place[]
  readonly roles: readonly DeskRole[]
  readonly claimsOf: (account: Account) => Readonly<Record<string, string>>
}

/** `village:331102001001:1` and back. */
export const accountId = ({ role, division, officer }: Account): string => `${role}:${division}:${officer}`

/** An account of a known role, at a place that there is. */
export function accountOf({ roles, places }: Offices, id: string): Account | undefined {
  const [role = '', division = '', officer = '1'] = id.split(':')
  const sits = roles.some(({ name, digits }) => name === role && digits === division.length)
  const there = sits && places.some(({ code }) => code === division)
  return there && /^[1-9]$/.test(officer) ? { role, division, officer: Number(officer) } : undefined
}
