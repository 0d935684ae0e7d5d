import {
  archiveShape,
  assemblyShape,
  channels,
  correctionsShape,
  dissentsShape,
  filingAnswerShape,
  filingBodies,
  forms,
  keysOf,
  majorShape,
  parametersSchema,
  reportsShape,
  sessionKinds,
  supervisionShape,
  tasksShape,
} from '@xieshang/rules'
import * as z from 'zod'
import { chainHeadSchema } from './chain.ts'
import { divisionCode, divisionSchema, seatSetSchema, stepSchema } from './common.ts'
import { noticeSchema } from './notice.ts'
import { roundSchema } from './round.ts'
import { channelList, instant, stamp } from './shapes.ts'
import { aspectsSchema, topicSchema } from './topic.ts'

/** The head of a consultation as an officer reads it. */
export const consultationSchema = z
  .object({
    id: z.string(),
    version: z.int(),
    tenant: divisionCode,
    division: divisionCode,
    step: stepSchema,
    parameters: parametersSchema,
    topic: topicSchema,
    /** The villages that a township consults together, and the steps it set (P9e). */
    villages: z.array(divisionCode).optional(),
    procedure: z.object({ ...stamp, steps: z.array(z.object({ title: z.string(), body: z.string() })) }).optional(),
    proposed: z.object(stamp),
    updatedAt: instant,
    returned: z.object({ ...stamp, reason: z.string() }).optional(),
    registered: z.object({ ...stamp, party: z.string(), committee: z.string() }).optional(),
    list: z
      .object({
        ...stamp,
        basis: z.object({ nature: z.string(), interests: z.string(), complexity: z.string(), scope: z.string() }),
        listed: z.int(),
        nonVoting: seatSetSchema,
        residents: z.int(),
        composition: z.object({
          representatives: z.int(),
          units: z.int(),
          professionals: z.int(),
          volunteers: z.int(),
        }),
        /** Hashes of the pages of 200 seats that the list is of. */
        pages: z.array(z.string()),
      })
      .optional(),
    notices: z.array(noticeSchema.extend(stamp)),
    tellings: z.array(
      z.object({
        ...stamp,
        seats: seatSetSchema,
        channel: z.enum(keysOf(channels)),
        toldAt: instant,
        teller: z.string(),
        note: z.string(),
        photo: z.string().optional(),
      }),
    ),
    postings: z.array(
      z.object({
        ...stamp,
        of: z.enum(['notice', 'outcome']),
        number: z.int(),
        channel: z.enum(keysOf(channels)),
        postedAt: instant,
        poster: z.string(),
        place: z.string(),
        note: z.string(),
        photo: z.string().optional(),
        /** The system could not put it up: somebody does it by hand. */
        failed: z.literal(true).optional(),
      }),
    ),
    forms: z.array(z.enum(keysOf(forms))),
    items: z.array(
      z.object({
        item: z.int(),
        title: z.string(),
        aspects: aspectsSchema,
        status: z.enum(['open', 'passed', 'failed', 'withdrawn']),
        revision: z.int(),
        withdrawn: z.object({ ...stamp, reason: z.string() }).optional(),
        discussions: z.array(z.object({ ...stamp, session: z.int(), text: z.string() })),
      }),
    ),
    sessions: z.array(
      z.object({
        ...stamp,
        session: z.int(),
        kind: z.enum(keysOf(sessionKinds)),
        place: z.string(),
        host: z.string(),
        recorder: z.string(),
        present: seatSetSchema,
        attendanceTaken: z.boolean(),
        closedAt: instant.optional(),
      }),
    ),
    rounds: z.array(roundSchema),
    /** How many opinions and pieces of feedback were answered. */
    opinionsAnswered: z.int(),
    feedbackAnswered: z.int(),
    lastOpinionAnswer: instant.optional(),
    ...tasksShape,
    ...reportsShape,
    ...dissentsShape,
    ...assemblyShape,
    ...correctionsShape,
    ...supervisionShape,
    ...majorShape,
    ...archiveShape,
    filings: z.array(
      z.object({
        ...stamp,
        bodies: z.array(
          z.object({ body: z.enum(keysOf(filingBodies)), name: z.string(), answer: filingAnswerShape.optional() }),
        ),
      }),
    ),
    publications: z.array(
      z.object({ ...stamp, channels: channelList, from: instant, until: instant, text: z.string() }),
    ),
    exceptions: z.array(z.object({ ...stamp, clause: z.string(), reason: z.string() })),
    /** E4: what the chain of its events comes to. */
    chainHead: z.string().optional(),
    publishedChain: chainHeadSchema.optional(),
  })
  .meta({ id: 'Consultation' })

export const consultationViewSchema = z
  .object({
    consultation: consultationSchema,
    place: z.array(divisionSchema),
    /** Seats of the fixed list that are still being made, of how many. */
    pending: z.object({ seats: z.int(), of: z.int() }).optional(),
  })
  .meta({ id: 'ConsultationView' })
