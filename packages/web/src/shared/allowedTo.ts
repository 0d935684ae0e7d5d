import { may, type PlaceCode, type Role, type Standing, type Verb } from '@xieshang/kernel'

/** Who is signed in, as the API says it. */
type Me = { readonly role: Role; readonly division: { readonly code: PlaceCode } }

/** Whether who is signed in may do something at a place, so that a page offers only what the server would take. */
export const allowedTo = ({ role, division }: Me, verb: Verb, place = division.code, standing?: Standing): boolean =>
  may({ role, division: division.code }, verb, place, standing)
