import {
  channels,
  dissentShape,
  filingAnswerShape,
  filingBodies,
  followUpShape,
  forms,
  keysOf,
  parametersSchema,
  participantCategories,
  participantClasses,
  proposerKinds,
  secrecies,
  sessionKinds,
  smsProblems,
  smsStates,
  toldByShape,
  votingMethods,
} from '@xieshang/rules'
import * as z from 'zod'
import { divisionSchema, seatSetSchema, stepSchema } from './common.ts'
import { matterAsFiledSchema } from './settings.ts'

const instant = z.string()
const by = toldByShape
const stamp = { at: instant, by }
const count = { item: z.int(), yes: z.int(), no: z.int(), abstain: z.int() }
const channelList = z.array(z.enum(keysOf(channels)))

export const topicSchema = z.object({
  title: z.string(),
  description: z.string(),
  matter: z.string(),
  catalogueVersion: z.string(),
  asFiled: matterAsFiledSchema.optional(),
  publicInterest: z.boolean(),
  proposers: z.array(z.object({ kind: z.enum(keysOf(proposerKinds)), name: z.string() })),
  follows: z.string().optional(),
})

export const aspectsSchema = z.object({
  problem: z.string(),
  manifestation: z.string(),
  impact: z.string(),
  cause: z.string(),
  solution: z.string(),
  cautions: z.string(),
})

const materialSchema = z.object({ title: z.string(), text: z.string() })
export const meetingSchema = z.object({ at: instant, place: z.string() })

export const noticeSchema = z.object({
  notice: z.int(),
  text: z.string(),
  materials: z.array(materialSchema),
  meeting: meetingSchema,
  opinionsUntil: instant,
  channels: channelList,
})

export const itemTallySchema = z.object({
  ...count,
  base: z.int(),
  result: z.enum(['passed', 'failed', 'noQuorum', 'tooFew']),
})

export const tallySchema = z.object({
  listed: z.int(),
  attended: z.int(),
  attendedVoting: z.int(),
  quorumNeeded: z.int(),
  quorate: z.boolean(),
  base: z.int(),
  items: z.array(itemTallySchema),
})

const roundSchema = z.object({
  ...stamp,
  round: z.int(),
  method: z.enum(keysOf(votingMethods)),
  secrecy: z.enum(keysOf(secrecies)),
  items: z.array(z.int()),
  session: z.int().optional(),
  closesAt: instant.optional(),
  status: z.enum(['open', 'closing', 'closed']),
  /** The public key that the ballots of a secret round online are sealed to. */
  seal: z.string().optional(),
  entry: z.object({ ...stamp, counts: z.array(z.object(count)) }).optional(),
  /** Seats that vote on paper, and what two officers entered for them (P6a). */
  paper: seatSetSchema.optional(),
  papers: z
    .object({
      ...stamp,
      returned: seatSetSchema,
      counts: z.array(z.object(count)),
      /** Hashes of the pages on which named ballots lie. */
      pages: z.array(z.string()),
    })
    .optional(),
  confirmedBy: by.optional(),
  tally: tallySchema.optional(),
  closedAt: instant.optional(),
  /** P9f: the numbers of the words on its ballots, among all opposing opinions. */
  words: z.object({ from: z.int(), to: z.int() }).optional(),
})

/** The head of a consultation as an officer reads it. */
export const consultationSchema = z
  .object({
    id: z.string(),
    version: z.int(),
    tenant: z.string(),
    division: z.string(),
    step: stepSchema,
    parameters: parametersSchema,
    topic: topicSchema,
    /** The villages that a township consults together, and the steps it set (P9e). */
    villages: z.array(z.string()).optional(),
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
    postings: z
      .array(
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
      )
      .optional(),
    forms: z.array(z.enum(keysOf(forms))),
    items: z.array(
      z.object({
        item: z.int(),
        title: z.string(),
        aspects: aspectsSchema,
        status: z.enum(['open', 'passed', 'failed']),
        revision: z.int(),
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
    ...followUpShape,
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
  })
  .meta({ id: 'Consultation' })

/** One line of a list of consultations. */
export const cardSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    division: z.string(),
    divisionName: z.string(),
    matter: z.string(),
    step: stepSchema,
    updatedAt: instant,
    summary: z.string().optional(),
    model: z.boolean().optional(),
  })
  .meta({ id: 'ConsultationCard' })

/** Newest first. Where words are looked for, a page may have few, or after many that were looked at none. */
export const cardPageSchema = z.object({
  consultations: z.array(cardSchema),
  /** How many were looked at for this page. */
  searched: z.int(),
  cursor: z.string().optional(),
})

/** A seat as an officer sees it: no phone number in the clear. */
export const seatSchema = z
  .object({
    seat: z.int(),
    person: z.string(),
    name: z.string(),
    category: z.enum(keysOf(participantCategories)),
    class: z.enum(keysOf(participantClasses)),
    votes: z.boolean(),
    outsiderReason: z.string().optional(),
    /** Masked, e.g. *********00; absent when the register has none. */
    phone: z.string().optional(),
    told: z.object({ channel: z.enum(keysOf(channels)), at: instant }).optional(),
    /** Sent is not told: `delivered` is, by the phone's own receipt. `unconfirmed` was sent a day ago, without a receipt. */
    sms: z.enum(smsStates),
    smsProblem: z.enum(smsProblems).optional(),
    reply: z.enum(['coming', 'notComing']).optional(),
  })
  .meta({ id: 'Seat' })

export const seatsSchema = z.object({
  /** A page of them. */
  seats: z.array(seatSchema),
  cursor: z.string().optional(),
  /** Seats of the whole list that were told (S2). */
  told: seatSetSchema,
  /** Seats to be told at the door: no phone, or the SMS failed or nobody knows what became of it, and not told yet (P3a). */
  doorToDoor: seatSetSchema,
  /** Seats without a phone. */
  noPhone: seatSetSchema,
})

/** P6a: how many have voted online, round by round; who, where a round is named, and never how. */
export const turnoutSchema = z.object({
  rounds: z.array(
    z.object({
      round: z.int(),
      /** In a secret round that is open, 0 until three have voted. */
      count: z.int(),
      voted: seatSetSchema.optional(),
    }),
  ),
})

export const dissentsSchema = z.object({
  dissents: z.array(dissentShape.meta({ id: 'Dissent' })),
  cursor: z.string().optional(),
})

export const opinionSchema = z
  .object({
    id: z.string(),
    /** Feedback is left after the outcome was published (P11a). */
    kind: z.enum(['opinion', 'feedback']),
    seat: z.int(),
    name: z.string(),
    text: z.string(),
    at: instant,
    answer: z.object({ text: z.string(), at: instant }).optional(),
  })
  .meta({ id: 'Opinion' })

export const eventSchema = z
  .object({
    number: z.int(),
    type: z.string(),
    at: instant,
    by: z.object({ name: z.string(), role: z.string(), division: z.string() }),
    data: z.record(z.string(), z.unknown()),
    exceptions: z.array(z.object({ clause: z.string(), reason: z.string() })).optional(),
  })
  .meta({ id: 'Event' })

export const consultationViewSchema = z
  .object({
    consultation: consultationSchema,
    place: z.array(divisionSchema),
    /** Seats of the fixed list that are still being made, of how many. */
    pending: z.object({ seats: z.int(), of: z.int() }).optional(),
  })
  .meta({ id: 'ConsultationView' })
