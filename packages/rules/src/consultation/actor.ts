import type { Role } from '../taxonomy/procedure.ts'

/** Who acts: an officer of a division, or the system itself. */
export type Actor = {
  readonly sub: string
  readonly name: string
  readonly role: Role | 'system'
  readonly division: string
}
