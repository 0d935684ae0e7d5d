import { bytes, map, number, oneOf, optional, text } from '../../entities/attributes.ts'
import { entity } from '../../entities/entity.ts'

/**
 * The ballot of a link’s holder in a round. Casting is one conditional write on it. Shut before it was made, it has no
 * shape and no link.
 * @personal the choices; those of a secret round sealed to its key, without a time finer than the day
 * @by resident, system
 * @reads the voter: one
 * @reads the count: those of a page of seats, by the hashes of their links
 * @stream the seat is added to the turnout
 */
export const ballot = entity({
  key: ['LINK#{hash}', 'ROUND#{round:3}'],
  attributes: {
    consultation: text,
    seat: number,
    round: number,
    status: oneOf(['open', 'cast', 'closed']),
    shape: optional(text),
    linkEnds: optional(number),
    endsAt: optional(text),
    at: optional(text),
    key: optional(text),
    choices: optional(text),
    sealed: optional(bytes),
    under: optional(text),
  },
  stream: {
    change: (_, values) => {
      const { status, consultation, round, seat } = values()
      return status === 'cast' ? { kind: 'cast', consultation, round, seat } : undefined
    },
  },
})

/**
 * Which seats have voted online in a round.
 * @by system
 * @reads the page of the round, the summary: one for each round
 * @stream the summary is worked out anew
 */
export const turnout = entity({
  key: ['CASE#{consultation}', 'TURNOUT#{round:3}'],
  attributes: { version: number, voted: text },
  stream: {
    change: ({ consultation }) => ({ kind: 'touched', consultation }),
  },
})

/**
 * When a round ends by itself.
 * @by officer, system
 * @reads the clock: all until now
 */
export const due = entity({
  key: ['DUE', '{at}#{consultation}#{round:3}'],
  attributes: { what: text },
})

/**
 * A round that is to be counted, or whose secret ballots are to be destroyed.
 * @by officer, system
 * @reads the clock: all
 */
export const counting = entity({
  key: ['COUNTING', '{consultation}#{round:3}'],
  attributes: { consultation: text, round: number },
})

/**
 * What the seats of a page were when a round closed. Found by its hash, since counting may begin anew.
 * @personal the choices of a named round, by seat
 * @by system
 * @reads the record, the page of the round: by the hashes that its event names
 */
export const closedSeats = entity({
  key: ['CASE#{consultation}', 'ROUND#{round:3}#SEATS#{page:4}#{hash}'],
  attributes: { seats: text },
})

/**
 * Words on a ballot against, in the order in which they were counted (P9f).
 * @personal whose they are, of a named round
 * @by system
 * @reads the list of opposing opinions: a page, by their numbers
 */
export const roundWords = entity({
  key: ['CASE#{consultation}', 'ROUND#{round:3}#WORDS#{index:6}'],
  attributes: { item: number, words: text, seat: optional(number), name: optional(text) },
})

/**
 * A page of named ballots that were entered on paper. Found by its hash, since they may be entered anew.
 * @personal the choices, by seat
 * @by officer
 * @reads the count: by the hashes that the round names
 */
export const papers = entity({
  key: ['CASE#{consultation}', 'PAPERS#{hash}'],
  attributes: { papers: text },
})

/**
 * An opposing opinion that was said (P9f).
 * @personal a name, where it was given
 * @by officer
 * @reads the list of opposing opinions: a page, by their numbers
 */
export const dissent = entity({
  key: ['CASE#{consultation}', 'DISSENT#{dissent:6}'],
  attributes: { dissent: number, item: number, words: text, name: optional(text), at: text },
})

/**
 * How an opposing opinion was explained.
 * @personal the officer who did
 * @by officer
 * @reads the list of opposing opinions: with them
 */
export const explained = entity({
  key: ['CASE#{consultation}', 'EXPLAINED#{dissent:6}'],
  attributes: {
    explanation: map<{ readonly at: string; readonly by: { sub?: string; name: string }; readonly text: string }>(),
  },
})
