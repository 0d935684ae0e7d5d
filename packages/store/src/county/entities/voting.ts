import { bytes, map, number, oneOf, optional, text } from '../../entities/attributes.ts'
import { entity } from '../../entities/entity.ts'

/** Casting is one conditional write on it. Shut before it was made, it has no shape and no link. */
export const ballot = entity({
  name: 'ballot',
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
  holds: 'the ballot of a link’s holder in a round',
  personal: 'the choices; those of a secret round sealed to its key, without a time finer than the day',
  by: ['resident', 'system'],
  reads: ['the voter: one', 'the count: those of a page of seats, by the hashes of their links'],
  stream: {
    says: 'the seat is added to the turnout',
    change: (_, values) => {
      const { status, consultation, round, seat } = values()
      return status === 'cast' ? { kind: 'cast', consultation, round, seat } : undefined
    },
  },
})

export const turnout = entity({
  name: 'turnout',
  key: ['CASE#{consultation}', 'TURNOUT#{round:3}'],
  attributes: { version: number, voted: text },
  holds: 'which seats have voted online in a round',
  by: ['system'],
  reads: ['the page of the round, the summary: one for each round'],
  stream: {
    says: 'the summary is worked out anew',
    change: ({ consultation }) => ({ kind: 'touched', consultation }),
  },
})

export const due = entity({
  name: 'due round',
  key: ['DUE', '{at}#{consultation}#{round:3}'],
  attributes: { what: text },
  holds: 'when a round ends by itself',
  by: ['officer', 'system'],
  reads: ['the clock: all until now'],
})

export const counting = entity({
  name: 'round to count',
  key: ['COUNTING', '{consultation}#{round:3}'],
  attributes: { consultation: text, round: number },
  holds: 'a round that is to be counted, or whose secret ballots are to be destroyed',
  by: ['officer', 'system'],
  reads: ['the clock: all'],
})

/** Found by its hash, since counting may begin anew. */
export const closedSeats = entity({
  name: 'closed seats',
  key: ['CASE#{consultation}', 'ROUND#{round:3}#SEATS#{page:4}#{hash}'],
  attributes: { seats: text },
  holds: 'what the seats of a page were when a round closed',
  personal: 'the choices of a named round, by seat',
  by: ['system'],
  reads: ['the record, the page of the round: by the hashes that its event names'],
})

export const roundWords = entity({
  name: 'round’s words',
  key: ['CASE#{consultation}', 'ROUND#{round:3}#WORDS#{index:6}'],
  attributes: { item: number, words: text, seat: optional(number), name: optional(text) },
  holds: 'words on a ballot against, in the order in which they were counted (P9f)',
  personal: 'whose they are, of a named round',
  by: ['system'],
  reads: ['the list of opposing opinions: a page, by their numbers'],
})

/** Found by its hash, since they may be entered anew. */
export const papers = entity({
  name: 'papers',
  key: ['CASE#{consultation}', 'PAPERS#{hash}'],
  attributes: { papers: text },
  holds: 'a page of named ballots that were entered on paper',
  personal: 'the choices, by seat',
  by: ['officer'],
  reads: ['the count: by the hashes that the round names'],
})

export const dissent = entity({
  name: 'dissent',
  key: ['CASE#{consultation}', 'DISSENT#{dissent:6}'],
  attributes: { dissent: number, item: number, words: text, name: optional(text), at: text },
  holds: 'an opposing opinion that was said (P9f)',
  personal: 'a name, where it was given',
  by: ['officer'],
  reads: ['the list of opposing opinions: a page, by their numbers'],
})

export const explained = entity({
  name: 'explained',
  key: ['CASE#{consultation}', 'EXPLAINED#{dissent:6}'],
  attributes: {
    explanation: map<{ readonly at: string; readonly by: { sub?: string; name: string }; readonly text: string }>(),
  },
  holds: 'how an opposing opinion was explained',
  personal: 'the officer who did',
  by: ['officer'],
  reads: ['the list of opposing opinions: with them'],
})
