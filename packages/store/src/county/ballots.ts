import {
  type BallotShape,
  type CastBallot,
  type Consultation,
  dayOf,
  onlineSeatsOf,
  type Round,
  seatsOnPage,
  shapeFrom,
  shapeText,
} from '@xieshang/rules'
import { type Condition, type Item, notExists } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { ballotText, choicesFrom } from './ballotText.ts'
import { eachOf } from './each.ts'
import * as entities from './entities/index.ts'
import { sealBallot } from './seals.ts'
import { linkHash } from './secrets.ts'

/** How a ballot stands for its voter: of a long list each is made a moment after its round is opened. */
export type BallotStanding = 'preparing' | 'open' | 'cast'

export type Receipt = {
  readonly round: number
  /** When it came in: to the millisecond in a named round, to the day in a secret one. */
  readonly at: string
  readonly choices?: CastBallot['choices']
}

export type CastOutcome =
  | { readonly kind: 'cast'; readonly receipt: Receipt }
  /** A ballot of a secret round came in under this key before; nothing is kept to say whether it was the same. */
  | { readonly kind: 'before'; readonly receipt: Receipt }
  | { readonly kind: 'voted' | 'keyReused' | 'closed' | 'changed' | 'expired' | 'missing' }

/** A ballot as it is once its round is closed. */
export type FinalBallot = {
  readonly seat: number
  readonly voted: boolean
  readonly choices?: CastBallot['choices']
  /** The sealed choices of a secret round. */
  readonly sealed?: Uint8Array
  /** The hash of the link it was sealed under. */
  readonly hash: string
}

type Voter = { readonly seat: number; readonly hash: string; readonly linkEnds: number }

/** What a ballot of a round asks for. */
export const shapeOf = ({ items, seal }: Pick<Round, 'items' | 'seal'>): BallotShape => ({ items, seal })

const castable: Condition = {
  expression:
    '#status = :open AND #shape = :shape AND #linkEnds > :seconds AND (attribute_not_exists(#endsAt) OR #endsAt > :now)',
}

const boundTo = (hash: string, round: number) => {
  const { PK, SK } = entities.ballot.key({ hash, round })
  return `${PK}|${SK}`
}

const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000)

/** Why a ballot could not be cast, from the item that refused it. */
function refusedBy(item: Item | undefined, key: string, text: string, shape: string, now: string): CastOutcome {
  if (item === undefined) return { kind: 'missing' }
  const ballot = entities.ballot.read(item)
  if (ballot.status === 'cast') {
    if (ballot.key !== key) return { kind: 'voted' }
    const receipt = { round: ballot.round, at: ballot.at ?? '' }
    // Of a secret ballot nothing is kept to compare, and after the count nothing but that there was one.
    if (ballot.choices === undefined) return { kind: 'before', receipt }
    if (ballot.choices !== text || ballot.shape !== shape) return { kind: 'keyReused' }
    return { kind: 'cast', receipt: { ...receipt, choices: choicesFrom(shapeFrom(shape).items, text) } }
  }
  if (ballot.linkEnds !== undefined && ballot.linkEnds <= seconds(now)) return { kind: 'expired' }
  if (ballot.status !== 'open' || (ballot.endsAt ?? '~') <= now) return { kind: 'closed' }
  return { kind: 'changed' }
}

/**
 * Voting as the architecture lays it down: a ballot is an item under the hash of its voter's link, and casting is one
 * conditional write on it and no read. Closing is one on each that is still open, so what was acknowledged is counted, and
 * nothing else.
 */
export function openBallots(table: Table) {
  /** The links under which some seats' ballots lie. @throws Error while a seat is still to be made */
  async function votersOf(consultation: string, seats: readonly number[]): Promise<Voter[]> {
    const items = await table.getMany(seats.map((seat) => entities.seat.key({ consultation, seat })))
    if (items.length < seats.length) throw new Error(`${seats.length - items.length} seats are not made yet`)
    return items.map(entities.seat.read).map(({ seat, linkHash: hash, linkEnds }) => ({ seat, hash, linkEnds }))
  }

  const onlineOnPage = (state: Consultation, round: Pick<Round, 'paper'>, page: number): number[] => {
    if (state.list === undefined) return []
    const online = new Set(onlineSeatsOf(state.list, round))
    return seatsOnPage(page, state.list.listed).filter((seat) => online.has(seat))
  }

  /** Shuts one ballot that may still be open. What was cast in the meantime comes back. */
  async function shutOne(consultation: string, round: number, { seat, hash }: Voter): Promise<Item | undefined> {
    const outcome = await table.updateOr(
      entities.ballot.key({ hash, round }),
      { set: { status: 'closed', consultation, seat, round } },
      // A ballot that is only made after this finds itself closed.
      { expression: 'attribute_not_exists(#status) OR #status <> :cast', values: { cast: 'cast' } },
    )
    return outcome.done ? undefined : outcome.item
  }

  return {
    /**
     * Makes the ballots of a page of seats. Never touches one that is there: it may be repeated, be cut off and come late.
     * @throws Error while a seat is still to be made
     */
    async openPage(state: Consultation, round: Round, page: number): Promise<void> {
      const voters = await votersOf(state.id, onlineOnPage(state, round, page))
      await eachOf(voters, async ({ seat, hash, linkEnds }) => {
        await table.put(
          entities.ballot.item({
            hash,
            consultation: state.id,
            seat,
            round: round.round,
            shape: shapeText(shapeOf(round)),
            status: 'open',
            linkEnds,
            endsAt: round.closesAt,
          }),
          notExists,
        )
      })
    },

    /**
     * @param ballot checked by `choicesProblem`: one choice for each item of its shape
     * @param key the voter's own, so that the same ballot sent twice is one
     */
    async cast(token: string, ballot: CastBallot, key: string, now: string): Promise<CastOutcome> {
      const { round, shape } = ballot
      const { items, seal } = shapeFrom(shape)
      const hash = linkHash(token)
      const text = ballotText(items, ballot.choices)
      // On a secret ballot stands no time finer than the day, and nothing of the choice but what the round's key opens.
      const at = seal === undefined ? now : dayOf(now)
      const sealed = seal === undefined ? undefined : sealBallot(seal, text, boundTo(hash, round))
      if (seal !== undefined && sealed === undefined) return { kind: 'changed' }
      const vote = sealed === undefined ? { choices: text } : { sealed }
      const outcome = await table.updateOr(
        entities.ballot.key({ hash, round }),
        { set: { status: 'cast', at, key, ...vote } },
        { ...castable, values: { open: 'open', shape, seconds: seconds(now), now } },
      )
      if (!outcome.done) return refusedBy(outcome.item, key, text, shape, now)
      const receipt = { round, at }
      return { kind: 'cast', receipt: seal === undefined ? { ...receipt, choices: choicesFrom(items, text) } : receipt }
    },

    /** How the ballot of a link's holder stands in a round: cast, not yet, or not made yet. */
    async standing(token: string, round: number): Promise<BallotStanding> {
      const item = await table.get(entities.ballot.key({ hash: linkHash(token), round }))
      if (item === undefined) return 'preparing'
      return entities.ballot.read(item).status === 'cast' ? 'cast' : 'open'
    },

    /**
     * Shuts every ballot of a page that is still open; what it returns is final. It may be repeated.
     * @throws Error while a seat is still to be made
     */
    async shutPage(state: Consultation, round: Round, page: number): Promise<FinalBallot[]> {
      const voters = await votersOf(state.id, onlineOnPage(state, round, page))
      const found = await table.getMany(voters.map(({ hash }) => entities.ballot.key({ hash, round: round.round })))
      const ballots = found.map(entities.ballot.read)
      const cast = new Map(ballots.filter(({ status }) => status === 'cast').map((ballot) => [ballot.hash, ballot]))
      await eachOf(voters, async (voter) => {
        if (cast.has(voter.hash)) return
        const late = await shutOne(state.id, round.round, voter)
        if (late !== undefined) cast.set(voter.hash, entities.ballot.read(late))
      })
      return voters.map(({ seat, hash }): FinalBallot => {
        const ballot = cast.get(hash)
        if (ballot === undefined) return { seat, hash, voted: false }
        const { sealed, under = hash, choices } = ballot
        if (sealed !== undefined) return { seat, hash: under, voted: true, sealed }
        // Another run has counted it and destroyed what was sealed.
        if (choices === undefined) return { seat, hash, voted: true }
        return { seat, hash, voted: true, choices: choicesFrom(round.items, choices) }
      })
    },

    /** What a sealed ballot is bound to. */
    boundTo,

    /**
     * Takes what was sealed off the ballots of a counted secret round, a page at a time. That each was cast stays, so that
     * who sends it again is told so. It may be repeated.
     */
    async destroyPage(state: Consultation, round: Round, page: number): Promise<void> {
      const voters = await votersOf(state.id, onlineOnPage(state, round, page))
      await eachOf(voters, async ({ hash }) => {
        const key = entities.ballot.key({ hash, round: round.round })
        await table.update(key, { remove: ['sealed', 'under'] }, { expression: 'attribute_exists(#PK)' })
      })
    },
  }
}
