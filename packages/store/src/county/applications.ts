import { createHash } from 'node:crypto'
import { type ApplicationState, type By, mostWaiting } from '@xieshang/rules'
import { type Item, notExists, type Table } from '../table/table.ts'
import { keys } from './keys.ts'
import { drop } from './mailbox.ts'
import { linkHash } from './secrets.ts'

export type Application = {
  readonly id: string
  readonly name: string
  readonly why: string
  readonly village: string
  /** The number as it was dropped into the mailbox. */
  readonly dropped: string
  readonly at: string
  readonly state: ApplicationState
  readonly decision?: { readonly at: string; readonly by: By; readonly reason: string; readonly person?: string }
}

export type NewApplication = Pick<Application, 'name' | 'why' | 'village' | 'at'> & {
  /** E.164. */
  readonly phone: string
}

const applicationOf = (item: Item): Application => ({
  id: item.SK.slice('APPLICATION#'.length),
  name: String(item.name),
  why: String(item.why),
  village: String(item.village),
  dropped: String(item.dropped),
  at: String(item.at),
  state: item.state as ApplicationState,
  ...(item.decision !== undefined && { decision: item.decision as NonNullable<Application['decision']> }),
})

/** S4: residents who want to take part. Who applies learns of nobody else, and the public side cannot read numbers. */
export function openApplications(table: Table) {
  const get = async (consultation: string, id: string): Promise<Application | undefined> => {
    const item = await table.get(keys.application(consultation, id))
    return item === undefined ? undefined : applicationOf(item)
  }

  return {
    get,

    /** By the secret that the applicant got. */
    byToken: (consultation: string, token: string) => get(consultation, linkHash(token)),

    /**
     * @param key the applicant's own, so that one application sent twice is one
     * @returns the secret by which its fate is asked for; or that too many wait, or that there is no mailbox yet
     */
    async apply(
      consultation: string,
      application: NewApplication,
      key: string,
    ): Promise<string | 'tooMany' | 'notYet'> {
      const { phone, ...rest } = application
      const token = createHash('sha256').update(`application|${consultation}|${key}`).digest('base64url').slice(0, 32)
      const own = keys.application(consultation, linkHash(token))
      if ((await table.get(own)) !== undefined) return token
      const dropped = await drop(table, phone)
      if (dropped === undefined) return 'notYet'
      const outcome = await table.transact([
        { put: { ...own, ...rest, dropped, state: 'waiting' }, condition: notExists },
        {
          update: { ...keys.applicationCount(consultation), add: { waiting: 1 } },
          condition: {
            expression: 'attribute_not_exists(#PK) OR #waiting < :most',
            values: { most: mostWaiting },
          },
        },
      ])
      return outcome.done || outcome.refused.includes(0) ? token : 'tooMany'
    },

    /** Oldest first. */
    async list(consultation: string): Promise<Application[]> {
      const items = await table.queryAll(keys.case(consultation), { prefix: 'APPLICATION#' })
      return items.map(applicationOf).sort((a, b) => a.at.localeCompare(b.at))
    },

    /** @returns whether it was still waiting */
    async decide(consultation: string, id: string, decision: NonNullable<Application['decision']>): Promise<boolean> {
      const { done } = await table.transact([
        {
          update: {
            ...keys.application(consultation, id),
            set: { state: decision.person === undefined ? 'declined' : 'admitted', decision },
          },
          condition: { expression: '#state = :waiting', values: { waiting: 'waiting' } },
        },
        { update: { ...keys.applicationCount(consultation), add: { waiting: -1 } } },
      ])
      return done
    },
  }
}
