import { levelOf, type Role } from '@xieshang/kernel'
import type { Consultation } from '../consultation/state.ts'
import type { Duty } from './duty.ts'

export type Rows = readonly Duty[]

export const own = (state: Consultation): Duty['who'] => {
  const role: Role = levelOf(state.division) === 'village' ? 'village' : 'township'
  return { role, division: state.division }
}
