export { may, type Prove, type ProvedPlace, proofFor, type Standing, stands } from './authority.ts'
export { type ChainTools, chainAlgorithm, type Linked, link, noHash } from './chain/link.ts'
export { commitmentsIn, destroyed, type Openness, reveal, type SealedValue } from './chain/values.ts'
export { plainHead, type Verdict, verifyChain } from './chain/verify.ts'
export {
  aboveOf,
  atLevel,
  digitsOf,
  isPlaceCode,
  type Level,
  levelOf,
  levels,
  type PlaceCode,
  pathOf,
  placeCode,
  placeCodeOf,
  placeFormat,
  tenantOf,
  within,
} from './place.ts'
export { lineOf, type Place, type Places, placeLine, placesFrom } from './places.ts'
export {
  type Actor,
  type AnyRole,
  isOfficerRole,
  officerRoles,
  type Role,
  roles,
  rolesWith,
  seatsOf,
  type Verb,
} from './roles.ts'
export { type Language, type Text, text, textSchema } from './text.ts'
export {
  addDays,
  clockOf,
  dayOf,
  type Quarter,
  quarterOf,
  quarterOfDay,
  quarterPattern,
  quartersOf,
  secondsOf,
} from './time.ts'
export { from, versionsOf } from './versions.ts'
