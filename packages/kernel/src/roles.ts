import type { Level, PlaceCode } from './place.ts'
import { type Text, text } from './text.ts'

/** Everything that may be allowed, each with what it is. */
export const verbs = {
  look: 'see who one is, and what counties share with each other',
  watch: 'read the dashboard and what is overdue',
  read: 'read what a county’s offices keep',
  conduct: 'carry a consultation and the registers through',
  direct: 'correct and guide what villages do',
  supervise: 'remark on how an outcome is carried out',
  administer: 'set a county’s catalogue, parameters, account and rules',
  oversee: 'send and settle supervision notes',
  overseeCounties: 'send them from the city',
  suggest: 'make suggestions to the levels above',
  passOn: 'pass a topic between village and township',
  close: 'end a vote',
  operate: 'count votes and report what was put up: the system alone',
} as const satisfies Record<string, string>

export type Verb = keyof typeof verbs

type RoleData = {
  readonly label: Text
  /** The level at which its people sit; none where nobody signs in under it. */
  readonly seat?: Level
  readonly verbs: readonly Verb[]
}

/** Who there is, as a token names them, and what each may do at their own place and below it. */
export const roles = {
  city: { label: text('市级', 'City'), seat: 'city', verbs: ['look', 'watch', 'oversee', 'overseeCounties'] },
  county: {
    label: text('县（市、区）', 'County'),
    seat: 'county',
    verbs: ['look', 'watch', 'read', 'conduct', 'direct', 'administer', 'oversee', 'close'],
  },
  township: {
    label: text('乡镇（街道）', 'Township'),
    seat: 'township',
    verbs: ['look', 'read', 'conduct', 'direct', 'passOn', 'close'],
  },
  village: {
    label: text('村（社区）', 'Village or community'),
    seat: 'village',
    verbs: ['look', 'read', 'conduct', 'suggest', 'passOn', 'close'],
  },
  supervisor: {
    label: text('村（居）务监督', 'Supervision committee'),
    seat: 'village',
    verbs: ['look', 'read', 'supervise'],
  },
  system: { label: text('系统', 'The system'), verbs: ['close', 'operate'] },
} as const satisfies Record<string, RoleData>

export type AnyRole = keyof typeof roles
/** A role under which somebody signs in. */
export type Role = Exclude<AnyRole, 'system'>

/** Who acts: an officer of a place, or the system itself. */
export type Actor = {
  readonly sub: string
  readonly name: string
  readonly role: AnyRole
  /** The code of their own place. */
  readonly division: PlaceCode
}

/** What any name of a role stands for. */
export const roleOf = (name: AnyRole): RoleData => roles[name]
const names = Object.keys(roles) as readonly AnyRole[]

/** The roles under which people sign in. */
export const officerRoles = names.filter((name): name is Role => roleOf(name).seat !== undefined)

export const isOfficerRole = (name: string): name is Role => officerRoles.some((role) => role === name)

export const seatOf = (role: Role): Level => roles[role].seat

/** Those to whom something is allowed somewhere. */
export const rolesWith = (verb: Verb): AnyRole[] => names.filter((name) => roleOf(name).verbs.includes(verb))
