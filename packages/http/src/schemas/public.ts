import { assemblies, assemblyResults, correctionShape, ends, keysOf, proposerKinds } from '@xieshang/rules'
import * as z from 'zod'
import { chainHeadSchema } from './chain.ts'
import { divisionCode, stepSchema } from './common.ts'
import { noticeSchema } from './notice.ts'
import { itemTallySchema } from './round.ts'

export const publicItem = z.object({
  item: z.int(),
  title: z.string(),
  problem: z.string(),
  solution: z.string(),
  status: z.enum(['open', 'passed', 'failed', 'withdrawn']),
})

/** What somebody wrote, and what they were answered. */
export const answered = z.object({
  text: z.string(),
  at: z.string(),
  answer: z.object({ text: z.string(), at: z.string() }).optional(),
})

/** P9a, P9d, P10c, P11a, P12 as everybody may read them: bodies and days, and no participant's name. */
const publicFollowUpSchema = z.object({
  tasks: z.array(
    z.object({
      task: z.int(),
      title: z.string(),
      responsible: z.string(),
      dueOn: z.string(),
      doneAt: z.string().optional(),
      progress: z.array(z.object({ text: z.string(), at: z.string() })),
    }),
  ),
  bulletins: z.array(z.object({ at: z.string(), progress: z.string(), problems: z.string(), impact: z.string() })),
  majorSteps: z.array(
    z.object({
      label: z.string(),
      body: z.string(),
      heldOn: z.string(),
      until: z.string().optional(),
      vote: z
        .object({ members: z.int(), attended: z.int(), needed: z.int(), yes: z.int(), passed: z.boolean() })
        .optional(),
    }),
  ),
  assemblyVotes: z.array(
    z.object({
      to: z.enum(keysOf(assemblies)),
      heldOn: z.string(),
      members: z.int(),
      attended: z.int(),
      needed: z.int(),
      items: z.array(
        z.object({
          item: z.int(),
          yes: z.int(),
          no: z.int(),
          abstain: z.int(),
          result: z.enum(keysOf(assemblyResults)),
        }),
      ),
    }),
  ),
  /** Feedback that was answered, newest answer first; where there is more than stands here, from where to read on. */
  feedback: z.array(answered.required()),
  moreFeedback: z.string().optional(),
})

export const feedbackPageSchema = z.object({ feedback: z.array(answered.required()), cursor: z.string().optional() })

const related = z.object({ id: z.string(), title: z.string() })

/** What everybody may read of a consultation: no names but those of the bodies that proposed it, and of the place. */
export const publicConsultationSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    division: divisionCode,
    divisionName: z.string(),
    step: stepSchema,
    updatedAt: z.string(),
    /** P1b: a body with its name, residents without. */
    proposers: z.array(z.object({ kind: z.enum(keysOf(proposerKinds)), name: z.string().optional() })),
    notice: noticeSchema.omit({ channels: true }).optional(),
    items: z.array(publicItem),
    /** Present once the outcome is published (P8). */
    outcome: z
      .object({
        text: z.string(),
        from: z.string(),
        until: z.string(),
        /** Absent where the assembly decided and nothing was voted before (P9d). */
        attendance: z.object({ listed: z.int(), attended: z.int() }).optional(),
        items: z.array(itemTallySchema),
      })
      .optional(),
    /** What the township stopped, corrected or let go on, newest last (P9g). */
    corrections: z.array(correctionShape.omit({ by: true })),
    suspended: z.boolean(),
    /** E1: how it ended, and why where there is no outcome that says so. */
    ended: z.object({ end: z.enum(keysOf(ends)), at: z.string(), reason: z.string().optional() }).optional(),
    /** What follows the vote, once the outcome is published. */
    followUp: publicFollowUpSchema.optional(),
    /** The consultation that this one takes up again, and those that took this one up, as far as they are public (P11a). */
    follows: related.optional(),
    takenUpBy: z.array(related),
    /** S4: whether one may apply to take part now, and from where. */
    takesApplications: z.boolean(),
    villages: z.array(z.object({ code: divisionCode, name: z.string() })),
    /** E4: how far the chain of what happened may be read, once the outcome is published. */
    chain: chainHeadSchema.optional(),
    /** S3: how many of each group are on the list, once it is fixed. */
    composition: z
      .object({ representatives: z.int(), units: z.int(), professionals: z.int(), volunteers: z.int() })
      .optional(),
  })
  .meta({ id: 'PublicConsultation' })

export const publicListSchema = z.object({
  consultations: z.array(
    publicConsultationSchema.pick({
      id: true,
      title: true,
      division: true,
      divisionName: true,
      step: true,
      updatedAt: true,
    }),
  ),
  cursor: z.string().optional(),
})
