import { createHash } from 'node:crypto'
import { type PlaceCode, secondsOf } from '@xieshang/kernel'
import type { ApplicationState, By } from '@xieshang/rules'
import { type Item, notExists } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { keyFrom, openWith, sealWith } from './applicationSeal.ts'
import * as entities from './entities/index.ts'
import { drop } from './mailbox.ts'
import { keepAnswersSeconds } from './once.ts'
import { linkHash, newLinkToken } from './secrets.ts'

export type Application = {
  readonly id: string
  readonly name: string
  readonly why: string
  readonly village: PlaceCode
  /** The number as it was dropped into the mailbox. */
  readonly dropped: string
  /** What an officer's first look kept of the number: masked, and a mark that is the same for the same number. */
  readonly phone?: string
  readonly phoneMark?: string
  readonly at: string
  readonly state: ApplicationState
  readonly decision?: { readonly at: string; readonly by: By; readonly reason: string; readonly person?: string }
}

export type NewApplication = Pick<Application, 'name' | 'why' | 'village' | 'at'> & {
  /** E.164. */
  readonly phone: string
}

function applicationOf(item: Item): Application {
  const { consultation: _consultation, application: id, ...kept } = entities.application.read(item)
  return { id, ...kept }
}

/** What an applicant sent, whenever it was sent. */
export const sentOf = ({ name, phone, why, village }: NewApplication): string =>
  JSON.stringify([name, phone, why, village])

/** So many applications with one number are told apart; more with it are the same sign. */
const mostMarked = 50

/** S4: residents who want to take part. Who applies learns of nobody else, and the public side cannot read numbers. */
export function openApplications(table: Table) {
  const get = async (consultation: string, id: string): Promise<Application | undefined> => {
    const item = await table.get(entities.application.key({ consultation, application: id }))
    return item === undefined ? undefined : applicationOf(item)
  }

  /** Applications by id, in the order of the ids. */
  async function find(consultation: string, ids: readonly string[]): Promise<Application[]> {
    const items = await table.getMany(ids.map((application) => entities.application.key({ consultation, application })))
    const byId = new Map(items.map((item) => [applicationOf(item).id, applicationOf(item)]))
    return ids.flatMap((id) => byId.get(id) ?? [])
  }

  const hashOf = (key: string) => createHash('sha256').update(key).digest('base64url')

  /** The secret that the same application got under the key before; that the key was used for another; or nothing. */
  async function underKey(
    consultation: string,
    application: NewApplication,
    key: string,
  ): Promise<{ readonly token: string } | 'keyReused' | undefined> {
    const kept = await table.get(entities.applicationKey.key({ consultation, hash: hashOf(key) }))
    if (kept === undefined) return undefined
    const token = openWith(keyFrom(consultation, sentOf(application), key), entities.applicationKey.read(kept).sealed)
    return token === undefined ? 'keyReused' : { token }
  }

  return {
    get,
    find,
    underKey,

    /** By the secret that the applicant got. */
    byToken: (consultation: string, token: string) => get(consultation, linkHash(token)),

    /**
     * @param key the applicant's own, so that one application sent twice is one
     * @returns the secret by which its fate is asked for, of our own chance; or that there is no mailbox yet
     */
    async apply(
      consultation: string,
      application: NewApplication,
      key: string,
    ): Promise<{ readonly token: string } | 'keyReused' | 'notYet'> {
      const { phone, ...rest } = application
      const dropped = await drop(table, phone)
      if (dropped === undefined) return 'notYet'
      const token = newLinkToken()
      const waiting = { ...rest, consultation, application: linkHash(token), dropped, state: 'waiting' } as const
      const outcome = await table.transact([
        {
          put: entities.applicationKey.item({
            consultation,
            hash: hashOf(key),
            sealed: sealWith(keyFrom(consultation, sentOf(application), key), token),
            expiresAt: secondsOf(application.at) + keepAnswersSeconds,
          }),
          condition: notExists,
        },
        {
          put: {
            ...entities.application.item(waiting),
            ...entities.application.index.lists.key({ ...waiting, which: 'waiting' }),
          },
          condition: notExists,
        },
      ])
      if (outcome.done) return { token }
      return (await underKey(consultation, application, key)) ?? 'keyReused'
    },

    /** A page of those who wait, or of those who were decided on, oldest first. */
    async list(
      consultation: string,
      which: 'waiting' | 'decided',
      { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
    ): Promise<{ applications: Application[]; cursor?: string }> {
      const page = await table.query(entities.application.index.lists.partition({ consultation, which }), {
        index: 'GSI1',
        limit,
        ...(cursor !== undefined && { cursor }),
      })
      const found = await find(
        consultation,
        page.items.flatMap((item) => entities.application.parse(item)?.application ?? []),
      )
      return {
        // The index may not know yet what was decided a moment ago.
        applications: found.filter(({ state }) => (state === 'waiting') === (which === 'waiting')),
        ...(page.cursor !== undefined && { cursor: page.cursor }),
      }
    },

    /** Everybody who ever applied, oldest first: for the record. */
    async all(consultation: string): Promise<Application[]> {
      const application = entities.application
      const items = await table.queryAll(application.partition({ consultation }), { prefix: application.begin({}) })
      return items.map(applicationOf).sort((a, b) => a.at.localeCompare(b.at))
    },

    /** Keeps what a first look at the number showed, so that it is opened once. Safe to repeat. */
    async look(consultation: string, id: string, { phone, mark }: { phone: string; mark: string }): Promise<void> {
      await table.update(
        entities.applicantMark.key({ consultation, mark }),
        { add: { applications: new Set([id]) } },
        {
          expression: 'attribute_not_exists(#applications) OR size(#applications) < :most',
          values: { most: mostMarked },
        },
      )
      await table.update(
        entities.application.key({ consultation, application: id }),
        { set: { phone, phoneMark: mark } },
        { expression: 'attribute_exists(#PK)' },
      )
    },

    /** Marks of numbers with which more than one application came. */
    async shared(consultation: string, marks: readonly string[]): Promise<Set<string>> {
      const wanted = [...new Set(marks)].map((mark) => entities.applicantMark.key({ consultation, mark }))
      const items = (await table.getMany(wanted)).map(entities.applicantMark.read)
      return new Set(items.flatMap(({ mark, applications }) => (applications.size > 1 ? [mark] : [])))
    },

    /** @returns whether it was still waiting */
    decide: (consultation: string, id: string, decision: NonNullable<Application['decision']>): Promise<boolean> =>
      table.update(
        entities.application.key({ consultation, application: id }),
        {
          set: {
            state: decision.person === undefined ? 'declined' : 'admitted',
            decision,
            GSI1PK: entities.application.index.lists.partition({ consultation, which: 'decided' }),
          },
        },
        { expression: '#state = :waiting', values: { waiting: 'waiting' } },
      ),
  }
}
