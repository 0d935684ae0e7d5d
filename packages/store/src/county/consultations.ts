import { type Consultation, type ConsultationEvent, fold } from '@xieshang/rules'
import type { Table } from '../table/table.ts'
import type { Asked } from './card.ts'
import { openCards } from './cards.ts'
import { type ChainAsked, chainLines } from './chain.ts'
import { type Advance, commitWrites, takenUpAgain } from './commits.ts'
import * as entities from './entities/index.ts'
import { eventIn, eventsFrom, eventsOf, stateOf } from './heads.ts'
import { answeredTo, type CommitOutcome, commitOnce, type Request } from './once.ts'

/** Consultations as events and their head, one transaction a command. */
export function openConsultations(table: Table) {
  const cards = openCards(table)

  /** Events of a consultation, in order; those behind a number where one is named. */
  const events = (id: string, behind = 0) => eventsOf(table, id, behind)

  /** The consultation as it was at a version. */
  const at = async (id: string, version: number): Promise<Consultation | undefined> =>
    fold((await events(id)).filter((event) => event.number <= version))

  return {
    async load(id: string): Promise<Consultation | undefined> {
      const item = await table.get(entities.head.key({ consultation: id }))
      return item === undefined ? undefined : stateOf(table, item)
    },

    events,

    async event(id: string, number: number): Promise<ConsultationEvent | undefined> {
      const item = await table.get(entities.event.key({ consultation: id, number }))
      return item === undefined ? undefined : eventIn(item)
    },

    at,

    /** Head and events, both or neither, on the version they were decided on. */
    async commit(
      commit: Advance & {
        readonly before: Consultation | undefined
        readonly request?: Request | undefined
        /** P11a: the consultation whose matter a new one takes up. */
        readonly takesUp?: Consultation | undefined
      },
    ): Promise<CommitOutcome> {
      const { before, state, written, request, takesUp } = commit
      const by = written.at(-1)?.event.by
      const also = takesUp === undefined || by === undefined ? [] : takenUpAgain(takesUp, state, by)
      return commitOnce(table, request, {
        at: state.updatedAt,
        answer: { consultation: state.id, version: state.version },
        writes: [...commitWrites(before, commit), ...also],
      })
    },

    /** The consultation as it was when a request was answered first. */
    async answered(request: Request): Promise<Consultation | 'keyReused' | undefined> {
      const answer = await answeredTo(table, request)
      return answer === undefined || answer === 'keyReused'
        ? answer
        : at(answer.consultation ?? '', answer.version ?? 0)
    },

    /** E4: the lines of the events from a number to another, each with its values where those are asked for. */
    async chain(id: string, { first, last, withValues }: ChainAsked): Promise<string[]> {
      const between = eventsFrom(first, last)
      const items = await table.queryAll(entities.event.partition({ consultation: id }), { between })
      return items.flatMap((item) => chainLines(entities.event.read(item), { withValues }))
    },

    /** A page of what happened, the last first. */
    async eventPage(id: string, { limit, cursor }: Asked) {
      const page = await table.page(entities.event.partition({ consultation: id }), {
        backwards: true,
        between: eventsFrom(1),
        limit,
        ...(cursor !== undefined && { cursor }),
      })
      return { events: page.items.map(eventIn), ...(page.cursor !== undefined && { cursor: page.cursor }) }
    },

    ...cards,

    /** Rounds whose end has come, oldest first. */
    async due(now: string): Promise<{ at: string; consultation: string; round: number }[]> {
      const items = await table.queryAll(entities.due.partition({}), { until: `${now}~` })
      return items.flatMap((item) => entities.due.parse(item) ?? [])
    },

    async notDue(due: { at: string; consultation: string; round: number }): Promise<void> {
      await table.delete(entities.due.key(due))
    },

    /** Rounds that are closing, or counted and still to be cleared. */
    async toCount(): Promise<{ consultation: string; round: number }[]> {
      const items = await table.queryAll(entities.counting.partition({}))
      return items.map(entities.counting.read)
    },

    async notToCount(consultation: string, round: number): Promise<void> {
      await table.delete(entities.counting.key({ consultation, round }))
    },
  }
}
