import { createHash } from 'node:crypto'
import { type Item, notExists } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import * as entities from './entities/index.ts'

/** What was written before the vote, or after the outcome was published. */
export type OpinionKind = 'opinion' | 'feedback'

export type Opinion = {
  readonly id: string
  readonly kind: OpinionKind
  readonly seat: number
  readonly name: string
  readonly text: string
  readonly at: string
  readonly answer?: { readonly text: string; readonly at: string }
}

export type OpinionPage = { readonly opinions: Opinion[]; readonly cursor?: string }
type PageOf = { readonly limit: number; readonly cursor?: string | undefined }

/** One seat may leave this many opinions on a consultation, and as many pieces of feedback. */
export const opinionsPerSeat = 20

/** Where a seat counts what it left. Feedback came later: a seat without its count has left none. */
const counters = { opinion: 'opinions', feedback: 'feedback' } as const

function opinionOf(item: Item): Opinion {
  const { opinion: id, kind = 'opinion', seat, name, text, at, answer } = entities.opinion.read(item)
  return { id, kind, seat, name, text, at, ...(answer !== undefined && { answer }) }
}

const oldestFirst = (items: readonly Item[]): Opinion[] =>
  items.map(opinionOf).sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id))

const hash = (...parts: readonly (string | number)[]) => createHash('sha256').update(JSON.stringify(parts))

/** With this the ids of what a seat left begin, so that it reads all of its own under one prefix. */
const ofSeat = (seat: number): string => `${String(seat).padStart(4, '0')}-`

/** The same seat names the same opinion by the same key. */
const idOf = (seat: number, key: string): string => `${ofSeat(seat)}${hash(seat, key).digest('hex').slice(0, 24)}`

const fingerprintOf = ({ kind, text }: Pick<Opinion, 'kind' | 'text'>): string => hash(kind, text).digest('base64url')

/** P3b, P11a: opinions and feedback, each an item of its own, so that a whole village may write at once. */
export function openOpinions(table: Table) {
  /** Opinions by id, in the order of the ids. */
  async function found(consultation: string, ids: readonly string[]): Promise<Opinion[]> {
    const items = await table.getMany(ids.map((opinion) => entities.opinion.key({ consultation, opinion })))
    const byId = new Map(items.map((item) => [opinionOf(item).id, opinionOf(item)]))
    return ids.flatMap((id) => byId.get(id) ?? [])
  }

  const get = async (consultation: string, id: string): Promise<Opinion | undefined> => {
    const item = await table.get(entities.opinion.key({ consultation, opinion: id }))
    return item === undefined ? undefined : opinionOf(item)
  }

  /** What a seat left under a key: this very text, another one, or nothing. */
  async function underKey(
    consultation: string,
    opinion: Pick<Opinion, 'kind' | 'seat' | 'text'>,
    key: string,
  ): Promise<'left' | 'keyReused' | undefined> {
    const item = await table.get(entities.opinion.key({ consultation, opinion: idOf(opinion.seat, key) }))
    if (item === undefined) return undefined
    return entities.opinion.read(item).fingerprint === fingerprintOf(opinion) ? 'left' : 'keyReused'
  }

  return {
    get,
    underKey,

    /**
     * @param key the writer's own, so that one opinion sent twice is one
     * @returns `keyReused` where the key was used for another text, of which nothing is written then
     */
    async leave(
      consultation: string,
      opinion: Omit<Opinion, 'id' | 'answer'>,
      key: string,
    ): Promise<'left' | 'tooMany' | 'keyReused'> {
      const counter = counters[opinion.kind]
      const left = { ...opinion, consultation, opinion: idOf(opinion.seat, key), fingerprint: fingerprintOf(opinion) }
      const item = { ...entities.opinion.item(left), ...entities.opinion.index.lists.key(left) }
      const outcome = await table.transact([
        { put: item, condition: notExists },
        {
          update: { ...entities.seatFacts.key({ consultation, seat: opinion.seat }), add: { [counter]: 1 } },
          condition: {
            expression: `attribute_not_exists(#${counter}) OR #${counter} < :most`,
            values: { most: opinionsPerSeat },
          },
        },
      ])
      if (outcome.done) return 'left'
      if (!outcome.refused.includes(0)) return 'tooMany'
      return (await underKey(consultation, opinion, key)) ?? 'keyReused'
    },

    /** What one seat left, oldest first; bounded by what a seat may leave. */
    async ofSeat(consultation: string, seat: number): Promise<Opinion[]> {
      const prefix = entities.opinion.begin({ opinion: ofSeat(seat) })
      return oldestFirst(await table.queryAll(entities.opinion.partition({ consultation }), { prefix }))
    },

    /** A page of what was left, newest first. */
    async list(consultation: string, kind: OpinionKind, { limit, cursor }: PageOf): Promise<OpinionPage> {
      const page = await table.query(entities.opinion.index.lists.partition({ consultation, kind }), {
        index: 'GSI1',
        backwards: true,
        limit,
        ...(cursor !== undefined && { cursor }),
      })
      const ids = page.items.flatMap((item) => entities.opinion.parse(item)?.opinion ?? [])
      return {
        opinions: await found(consultation, ids),
        ...(page.cursor !== undefined && { cursor: page.cursor }),
      }
    },

    /** P11a: a page of the feedback that was answered, newest answer first, and no look at any other. */
    async answered(consultation: string, { limit, cursor }: PageOf): Promise<OpinionPage> {
      const page = await table.query(entities.answeredFeedback.partition({ consultation }), {
        prefix: entities.answeredFeedback.begin({}),
        backwards: true,
        eventually: true,
        limit,
        ...(cursor !== undefined && { cursor }),
      })
      return {
        opinions: await found(
          consultation,
          page.items.map((item) => entities.answeredFeedback.read(item).opinion),
        ),
        ...(page.cursor !== undefined && { cursor: page.cursor }),
      }
    },

    /** Everything that was left, oldest first: for the record and for what is owed. */
    async all(consultation: string, kind: OpinionKind): Promise<Opinion[]> {
      const items = await table.queryAll(entities.opinion.partition({ consultation }), {
        prefix: entities.opinion.begin({}),
      })
      return oldestFirst(items).filter((opinion) => opinion.kind === kind)
    },
  }
}
