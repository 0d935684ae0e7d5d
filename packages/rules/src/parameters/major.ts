import * as z from 'zod'
import { words } from '../consultation/primitives.ts'

/** P12: one step of the five deliberations and two publications. */
export const majorStepSchema = z.strictObject({
  /** Lasting name of the step, e.g. `partyProposal`. */
  id: words(40),
  label: words(40),
  body: words(40),
  kind: z.enum(['deliberation', 'publication']),
  /** The least share of its members that must attend, exactly the share being enough; without it nothing is voted. */
  quorum: z.strictObject({ needs: z.int().min(1), of: z.int().min(1) }).optional(),
  /** Days a publication stays up. */
  days: z.int().min(1).max(60).optional(),
})

export type MajorStep = z.infer<typeof majorStepSchema>

const twoThirds = { needs: 2, of: 3 }

/** The list with the party organisation's proposal first and the assembly's resolution fourth, as most counties know it. */
export const defaultMajorSteps: MajorStep[] = [
  { id: 'suggestion', label: '党员群众建议', body: '党员、群众', kind: 'deliberation' },
  { id: 'proposal', label: '村党组织提议', body: '村（社区）党组织', kind: 'deliberation' },
  { id: 'council', label: '村务联席会议商议', body: '村务联席会议', kind: 'deliberation' },
  { id: 'partyMeeting', label: '党员大会审议', body: '党员大会', kind: 'deliberation', quorum: twoThirds },
  { id: 'assembly', label: '村民（代表）会议决议', body: '村民（代表）会议', kind: 'deliberation', quorum: twoThirds },
  { id: 'resultPublished', label: '表决结果公开', body: '村（居）委会', kind: 'publication', days: 3 },
  { id: 'carryingOutPublished', label: '实施情况公开', body: '村（居）委会', kind: 'publication', days: 7 },
]
