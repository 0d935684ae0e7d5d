import * as z from 'zod'
import { toldByShape } from '../consultation/by.ts'
import { majorStepSchema } from '../parameters/major.ts'
import { assemblies, assemblyResults, commissionAnswers, filingResults, taskKinds } from '../taxonomy/followUp.ts'
import { keysOf } from '../taxonomy/keys.ts'

/** Who did something and when, as the head keeps it. */
export const stampShape = { at: z.string(), by: toldByShape }

/** P7: what a body that a record was filed with said of it. */
export const filingAnswerShape = z.object({ ...stampShape, result: z.enum(keysOf(filingResults)), note: z.string() })

/** P9a, P9b: what is to be carried out, by whom, until when, and how it goes. */
export const taskShape = z.object({
  ...stampShape,
  task: z.int(),
  title: z.string(),
  kind: z.enum(keysOf(taskKinds)),
  responsible: z.string(),
  /** Day in Asia/Shanghai, e.g. 2026-03-31. */
  dueOn: z.string(),
  items: z.array(z.int()),
  progress: z.array(z.object({ ...stampShape, text: z.string() })),
  urged: z.array(z.object({ ...stampShape, text: z.string() })),
  doneAt: z.string().optional(),
})

/** P9c: a report to the body that commissioned the topic, and its answer. */
export const reportShape = z.object({
  ...stampShape,
  report: z.int(),
  body: z.string(),
  text: z.string(),
  answer: z.object({ ...stampShape, result: z.enum(keysOf(commissionAnswers)), reason: z.string() }).optional(),
})

/** P9f: an opposing opinion and how it was explained; an item of its own. */
export const dissentShape = z.object({
  dissent: z.int(),
  item: z.int(),
  words: z.string(),
  /** Whose it is, where that is known. */
  name: z.string().optional(),
  seat: z.int().optional(),
  /** When it was told. */
  at: z.string(),
  explanation: z.object({ ...stampShape, text: z.string() }).optional(),
})

/** P9f: the opposing opinions of a day, which follow each other in number, as the head keeps them. */
export const dissentsShape = z.object({
  from: z.int(),
  to: z.int(),
  /** When the first of them was told. */
  at: z.string(),
  /** Which of them were explained, as a set of numbers, and when the last was. */
  explained: z.string(),
  explainedAt: z.string().optional(),
})

/** P9d: items handed to the assembly or the representatives, and its vote. */
export const escalationShape = z.object({
  ...stampShape,
  escalation: z.int(),
  to: z.enum(keysOf(assemblies)),
  items: z.array(z.int()),
  reason: z.string(),
  vote: z
    .object({
      ...stampShape,
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
    })
    .optional(),
})

/** P9g: what the township stopped or corrected, and on which ground. */
export const correctionShape = z.object({
  ...stampShape,
  kind: z.enum(['suspended', 'corrected', 'lifted']),
  ground: z.string(),
  text: z.string(),
})

/** P10a: a report to the supervision committee, or its remark. */
export const supervisionShape = z.object({ ...stampShape, kind: z.enum(['report', 'remark']), text: z.string() })

/** P10c: progress, problems and impact as the public page shows them. */
export const bulletinShape = z.object({
  ...stampShape,
  progress: z.string(),
  problems: z.string(),
  impact: z.string(),
})

/** P12: one of the five deliberations and two publications, done. */
export const majorRecordShape = z.object({
  ...stampShape,
  step: majorStepSchema,
  heldOn: z.string(),
  note: z.string(),
  vote: z
    .object({ members: z.int(), attended: z.int(), needed: z.int(), yes: z.int(), passed: z.boolean() })
    .optional(),
  /** Last day of the publication. */
  until: z.string().optional(),
})

/** Everything that follows the vote, as the head keeps it. */
export const followUpShape = {
  tasks: z.array(taskShape),
  reports: z.array(reportShape),
  dissents: z.array(dissentsShape),
  escalations: z.array(escalationShape),
  corrections: z.array(correctionShape),
  supervision: z.array(supervisionShape),
  supervisors: z.array(z.string()),
  bulletins: z.array(bulletinShape),
  major: z.object({ ...stampShape, reason: z.string() }).optional(),
  majorRecords: z.array(majorRecordShape),
  closed: z.object({ ...stampShape, summary: z.string() }).optional(),
  model: z.object({ ...stampShape, reason: z.string() }).optional(),
  takenUpBy: z.array(z.object({ consultation: z.string(), title: z.string() })),
}

const followUpSchema = z.object(followUpShape)

export type FollowUp = z.infer<typeof followUpSchema>
export type FilingAnswer = z.infer<typeof filingAnswerShape>
export type Task = z.infer<typeof taskShape>
export type Dissent = z.infer<typeof dissentShape>
export type Dissents = z.infer<typeof dissentsShape>
export type Escalation = z.infer<typeof escalationShape>
export type MajorRecord = z.infer<typeof majorRecordShape>

/** Of a consultation to which nothing of it has happened. */
export const noFollowUp: FollowUp = {
  tasks: [],
  reports: [],
  dissents: [],
  escalations: [],
  corrections: [],
  supervision: [],
  supervisors: [],
  bulletins: [],
  majorRecords: [],
  takenUpBy: [],
}
