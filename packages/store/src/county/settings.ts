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
  wholeParameters,
} from '@xieshang/rules'
import { type Item, notExists } from '../table/items.ts'
import type { Table } from '../table/table.ts'
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

/** Versions lie in the order in which they were set, which is that of the days from which they hold. */
function openSetting<T>(table: Table, setting: keyof typeof settings, whole: (kept: unknown) => T) {
  const { version: kept, count } = settings[setting]
  const partition = kept.partition({})
  const datedOf = (item: Item): Dated<T> => {
    const { dated } = kept.read(item)
    return { ...dated, content: whole(dated.content) }
  }
  const list = async (): Promise<Dated<T>[]> => (await table.queryAll(partition, { until: '9' })).map(datedOf)

  return {
    /** Every version in the order they were set. */
    list,

    /** What holds at an instant, as far as the county set it: one item read. */
    async inForce(now: string): Promise<T | undefined> {
      const { items } = await table.query(partition, { until: `${dayOf(now)}~`, backwards: true, limit: 1 })
      return items[0] === undefined ? undefined : datedOf(items[0]).content
    },

    /** Adds what the rules accept. @param revision how many versions the officer saw */
    async set(act: {
      readonly revision: number
      readonly request: Request
      readonly decide: (versions: readonly Dated<T>[]) => SettingDecision<T>
    }): Promise<SettingOutcome> {
      const { request, revision } = act
      const [first, versions] = await Promise.all([answeredTo(table, request), list()])
      if (first !== undefined) return { kind: first === 'keyReused' ? 'keyReused' : 'done' }
      if (versions.length !== revision) return { kind: 'changed', revision: versions.length }
      const decision = act.decide(versions)
      if (decision.kind === 'refused') return decision
      const { version } = decision
      const outcome = await commitOnce(table, request, {
        at: version.at,
        answer: {},
        writes: [
          {
            put: count.item({ revision: revision + 1 }),
            condition: revision === 0 ? notExists : { expression: '#revision = :before', values: { before: revision } },
          },
          {
            put: kept.item({ day: version.effectiveFrom, number: revision + 1, dated: version }),
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
