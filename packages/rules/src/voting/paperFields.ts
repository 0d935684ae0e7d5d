import { text } from '@xieshang/kernel'
import * as z from 'zod'
import { mostSeats, prose, roundNumber, seatNumber } from '../consultation/primitives.ts'
import {
  choice,
  count,
  type Fields,
  type Ground,
  known,
  lineOrNone,
  rows,
  schemaOf,
  seats,
  votes,
} from '../fields/index.ts'
import { noSeats } from '../participants/seatSet.ts'
import { choices } from '../taxonomy/procedure.ts'
import { countSchema, itemsOfRound } from './hands.ts'

/** One choice on an item, with words where it is against (P9f). */
const choiceFields = {
  item: count(text('条目', 'Item'), 1, 100),
  choice: choice(text('选择', 'Choice'), choices),
  words: {
    ...lineOrNone(text('为什么不同意（选填）', 'Why are you against (optional)'), 300),
    schema: prose(300).optional(),
    when: (body: Readonly<Record<string, unknown>>) => body.choice === 'no',
  },
} satisfies Fields

export const choiceSchema = schemaOf(choiceFields)

const paperFields = {
  seat: count(text('席位', 'Seat'), 1, mostSeats),
  choices: rows(text('选择', 'Choices'), choiceFields, 1, 100),
}

const roundOf = ({ state, known: { round } }: Ground) => state?.rounds.find((one) => one.round === round)
const isSecret = (_: unknown, ground: Ground) => roundOf(ground)?.secrecy === 'secret'
const whoReturned = text('勾选已交回票的人', 'Who returned a paper')

/** What came back on paper, or was answered one to one: ballots by seat where named, else who returned one and the counts. */
export const enterPapersFields = {
  round: known(roundNumber),
  ballots: {
    input: 'papers',
    of: paperFields,
    label: whoReturned,
    optional: true,
    schema: z.array(schemaOf(paperFields)).max(mostSeats).default([]),
    when: (body, ground) => !isSecret(body, ground),
    says: (ground) =>
      roundOf(ground)?.method === 'oneToOne' ? { label: text('勾选已经答复的人', 'Who has answered') } : {},
  },
  returned: {
    ...seats(
      whoReturned,
      { of: (ground) => roundOf(ground)?.paper ?? noSeats },
      z.array(seatNumber).max(mostSeats).default([]),
    ),
    when: isSecret,
  },
  counts: {
    ...votes(text('各条票数', 'Votes on each item'), itemsOfRound, z.array(countSchema).max(100).default([])),
    when: isSecret,
  },
} satisfies Fields
