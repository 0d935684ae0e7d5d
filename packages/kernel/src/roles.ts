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
  /** The levels at which its people sit; none where nobody signs in under it. */
  readonly seats?: readonly Level[]
  readonly verbs: readonly Verb[]
}

const department = (label: Text) =>
  ({ label, seats: ['city', 'county'], verbs: ['look', 'watch', 'read', 'oversee'] }) as const satisfies RoleData

/** Who there is, as a token names them, and what each may do at their own place and below it. */
export const roles = {
  city: { label: text('市级', 'City'), seats: ['city'], verbs: ['look', 'watch', 'oversee', 'overseeCounties'] },
  county: {
    label: text('县（市、区）', 'County'),
    seats: ['county'],
    verbs: ['look', 'watch', 'read', 'conduct', 'direct', 'administer', 'oversee', 'close'],
  },
  township: {
    label: text('乡镇（街道）', 'Township'),
    seats: ['township'],
    verbs: ['look', 'read', 'conduct', 'direct', 'passOn', 'close'],
  },
  village: {
    label: text('村（社区）', 'Village or community'),
    seats: ['village'],
    verbs: ['look', 'read', 'conduct', 'suggest', 'passOn', 'close'],
  },
  supervisor: {
    label: text('村（居）务监督', 'Supervision committee'),
    seats: ['village'],
    verbs: ['look', 'read', 'supervise'],
  },
  // G3: the departments that guide, and press for what is overdue.
  civilAffairs: department(text('民政部门', 'Civil affairs department')),
  organisation: department(text('组织部门', 'Organisation department')),
  unitedFront: department(text('统战部门', 'United front department')),
  civility: department(text('文明办', 'Civility office')),
  // P10b: over deliberation, decision and carrying out of what it was set up for.
  specialGroup: {
    label: text('专门监督小组', 'Special supervision group'),
    seats: ['township', 'village'],
    verbs: ['look', 'read', 'supervise'],
  },
  auditor: { label: text('审计人员', 'Auditor'), seats: ['county'], verbs: ['look', 'read'] },
  // F1: group leaders, grid workers, stairway leaders, social workers.
  reporter: { label: text('信息员（组长、网格员等）', 'Reporter'), seats: ['village', 'group'], verbs: ['look'] },
  // P6a: who confirms what others counted.
  teller: { label: text('监票人', 'Teller'), seats: ['village'], verbs: ['look'] },
  // P9b: who carries out what is theirs.
  outsideBody: {
    label: text('其他单位', 'Outside body'),
    seats: ['county', 'township', 'village'],
    verbs: ['look'],
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
export const officerRoles = names.filter((name): name is Role => roleOf(name).seats !== undefined)

export const isOfficerRole = (name: string): name is Role => officerRoles.some((role) => role === name)

/** The levels at which people of a role sit, one at the least. */
export const seatsOf = (role: Role): readonly Level[] => roles[role].seats

/** Those to whom something is allowed somewhere. */
export const rolesWith = (verb: Verb): AnyRole[] => names.filter((name) => roleOf(name).verbs.includes(verb))
