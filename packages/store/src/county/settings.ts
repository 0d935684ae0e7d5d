import {
  baseCatalogue,
  type Catalogue,
  type Dated,
  dayOf,
  defaultParameters,
  type KeptParameters,
  type Parameters,
  type Refusal,
  type SettingDecision,
  settingOpenness,
  wholeParameters,
} from '@xieshang/rules'
import { type Item, notExists } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { chained, eventIn, linkedAttributes } from './chain.ts'
import * as entities from './entities/index.ts'
import { answeredTo, commitOnce, type Request } from './once.ts'

/** What came of setting something. Only `done` may have written anything. */
export type SettingOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Somebody else set a version meanwhile; there are this many now. */
  | { readonly kind: 'changed'; readonly revision: number }
  | { readonly kind: 'keyReused' }

/** Where the versions of a setting lie, and how many there are of them. */
const settings = {
  parameters: { version: entities.parameters, count: entities.parametersRevision },
  catalogue: { version: entities.catalogue, count: entities.catalogueRevision },
} as const

/** A version, and the hash of its event; one from before there were chains has none. */
type Kept<T> = { readonly dated: Dated<T>; readonly hash: string | undefined }

/** A version as an event of its setting's chain (E4). */
type SettingEvent = Dated<unknown> & { readonly setting: string; readonly number: number; readonly hash: string }

/** @throws Error where an item is neither an event nor one from before there were chains */
function keptVersion({ dated, event, ...rest }: ReturnType<typeof entities.parameters.read>): Kept<unknown> {
  if (dated !== undefined) return { dated, hash: undefined }
  if (event === undefined) throw new Error('A version of a setting says nothing')
  const { setting: _setting, number: _number, hash, ...version } = eventIn({ event, ...rest }) as SettingEvent
  return { dated: version, hash }
}

/** Versions lie in the order in which they were set, which is that of the days from which they hold. */
function openSetting<T>(table: Table, setting: keyof typeof settings, whole: (kept: unknown) => T) {
  const { version: kept, count } = settings[setting]
  const partition = kept.partition({})
  const versionOf = (item: Item): Kept<T> => {
    const { dated, hash } = keptVersion(kept.read(item))
    return { dated: { ...dated, content: whole(dated.content) }, hash }
  }
  const all = async (): Promise<Kept<T>[]> => (await table.queryAll(partition, { until: '9' })).map(versionOf)
  const list = async (): Promise<Dated<T>[]> => (await all()).map(({ dated }) => dated)

  return {
    /** Every version in the order they were set. */
    list,

    /** What holds at an instant, as far as the county set it: one item read. */
    async inForce(now: string): Promise<T | undefined> {
      const { items } = await table.query(partition, { until: `${dayOf(now)}~`, backwards: true, limit: 1 })
      return items[0] === undefined ? undefined : versionOf(items[0]).dated.content
    },

    /** Adds what the rules accept. @param revision how many versions the officer saw */
    async set(act: {
      readonly revision: number
      readonly request: Request
      readonly decide: (versions: readonly Dated<T>[]) => SettingDecision<T>
    }): Promise<SettingOutcome> {
      const { request, revision } = act
      const [first, before] = await Promise.all([answeredTo(table, request), all()])
      const versions = before.map(({ dated }) => dated)
      if (first !== undefined) return { kind: first === 'keyReused' ? 'keyReused' : 'done' }
      if (versions.length !== revision) return { kind: 'changed', revision: versions.length }
      const decision = act.decide(versions)
      if (decision.kind === 'refused') return decision
      const { version } = decision
      const number = revision + 1
      const { linked } = chained({ setting, number, ...version }, before.at(-1)?.hash, settingOpenness)
      const outcome = await commitOnce(table, request, {
        at: version.at,
        answer: {},
        writes: [
          {
            put: count.item({ revision: number }),
            condition: revision === 0 ? notExists : { expression: '#revision = :before', values: { before: revision } },
          },
          {
            put: kept.item({ day: version.effectiveFrom, number, ...linkedAttributes(linked) }),
            condition: notExists,
          },
        ],
      })
      if (outcome === 'committed') return { kind: 'done' }
      // Somebody set a version meanwhile, or this very request did.
      const again = await answeredTo(table, request)
      if (again !== undefined) return { kind: again === 'keyReused' ? 'keyReused' : 'done' }
      return { kind: 'changed', revision: (await list()).length }
    },
  }
}

/** G10, M6: what a county sets for itself, version by version. */
export function openSettings(table: Table) {
  const parameters = openSetting(table, 'parameters', (kept) => wholeParameters(kept as KeptParameters))
  const catalogue = openSetting(table, 'catalogue', (kept) => kept as Catalogue)
  return {
    parameters,
    catalogue,
    /** G10: what a consultation that is proposed now begins with. */
    parametersAt: async (now: string): Promise<Parameters> => (await parameters.inForce(now)) ?? defaultParameters,
    /** M6: what a topic that is filed now is filed under. */
    catalogueAt: async (now: string): Promise<Catalogue> => (await catalogue.inForce(now)) ?? baseCatalogue,
  }
}
