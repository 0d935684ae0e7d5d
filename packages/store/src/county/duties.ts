import { type PlaceCode, pathOf } from '@xieshang/kernel'
import { type Duty, type DutyState, dutyState } from '@xieshang/rules'
import { type Item, notExists, type Write } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { caseDuties, dutyLine, placeDuties } from './entities/duties.ts'
import { type KeptDuties, type ListedDuty, type Owner, type OwnerId, openOf } from './owner.ts'

export type StandingDuty<D> = D & { readonly state: DutyState }

/** Of one owner as many open duties are listed, the earliest first: what follows them is seen at the owner itself. */
const mostListed = 15
const triesAtMost = 5

const ownerKey = ({ kind, id }: OwnerId) =>
  kind === 'consultation' ? caseDuties.key({ consultation: id }) : placeDuties.key({ place: id })

const ownerItem = (version: number, kept: KeptDuties): Item =>
  kept.owner.kind === 'consultation'
    ? caseDuties.item({ consultation: kept.owner.id, version, kept })
    : placeDuties.item({ place: kept.owner.id, version, kept })

function listedOf({ owner, duties }: KeptDuties): ListedDuty[] {
  return openOf(duties)
    .slice(0, mostListed)
    .map((duty) => ({
      ...duty,
      division: owner.division,
      reminderDays: owner.reminderDays,
      ...(owner.kind === 'consultation' && { consultation: owner.id }),
      ...(owner.title !== undefined && { title: owner.title }),
    }))
}

/** The lines of an owner in the list of its place and of every place above, in the order of their due days. */
function linesOf(kept: KeptDuties): Map<string, Item> {
  const lines = listedOf(kept).flatMap((duty) =>
    pathOf(kept.owner.division, 'county').map((place) =>
      dutyLine.item({ place, due: duty.due, owner: kept.owner.id, id: duty.id, duty }),
    ),
  )
  return new Map(lines.map((line) => [`${line.PK}|${line.SK}`, line]))
}

/** Whether two say the same, whatever version they were worked out from. */
const same = (a: KeptDuties, b: KeptDuties) => {
  const said = ({ owner: { seen: _seen, ...owner }, duties }: KeptDuties) => JSON.stringify([owner, duties])
  return said(a) === said(b)
}

const standing = <D extends Pick<Duty, 'due' | 'doneOn' | 'releasedOn'>>(
  duty: D,
  today: string,
  days: number,
): StandingDuty<D> => ({
  ...duty,
  state: dutyState(duty, today, days),
})

type Standing = KeptDuties & { readonly version: number }

function standingOf(item: Item): Standing {
  const { kept, version } = caseDuties.parse(item) === undefined ? placeDuties.read(item) : caseDuties.read(item)
  return { ...kept, version }
}

/** What brings an owner's item and every list from what it owed to what it owes. Nothing when it is so already. */
function writesFor(before: Standing | undefined, next: KeptDuties): Write[] {
  if (before === undefined ? next.duties.length === 0 : same(before, next)) return []
  const [old, fresh] = [before === undefined ? new Map<string, Item>() : linesOf(before), linesOf(next)]
  return [
    {
      put: ownerItem((before?.version ?? 0) + 1, next),
      condition:
        before === undefined ? notExists : { expression: '#version = :before', values: { before: before.version } },
    },
    ...[...fresh].flatMap(([key, line]): Write[] => (old.get(key)?.duty === line.duty ? [] : [{ put: line }])),
    ...[...old].flatMap(([key, { PK, SK }]): Write[] => (fresh.has(key) ? [] : [{ delete: { PK, SK } }])),
  ]
}

/** DynamoDB's limit of a transaction. */
const mostWrites = 100

/** As many owners together as fit into one transaction: one owner alone always does. */
function bundled<T extends { readonly writes: readonly Write[] }>(all: readonly T[]): T[][] {
  const bundles: T[][] = []
  let size = mostWrites
  for (const one of all) {
    size += one.writes.length
    if (size > mostWrites) bundles.push([])
    if (size > mostWrites) size = one.writes.length
    bundles.at(-1)?.push(one)
  }
  return bundles
}

/** Who owes what until when: kept for each owner, and listed for each place by due day, the overdue first. */
export function openDutyLists(table: Table) {
  const keptBy = async (key: ReturnType<typeof ownerKey>): Promise<Standing | undefined> => {
    const item = await table.get(key)
    return item === undefined ? undefined : standingOf(item)
  }

  return {
    /**
     * Keeps what an owner owes now, and brings every list up to it, in one transaction. Nothing is written when it is
     * so already, or when a later version of the consultation was worked out before.
     * @returns whether anything changed
     */
    async keep(owner: Owner, duties: readonly Duty[]): Promise<boolean> {
      for (let tries = 1; ; tries++) {
        const before = await keptBy(ownerKey(owner))
        if ((before?.owner.seen ?? 0) > (owner.seen ?? 0)) return false
        const writes = writesFor(before, { owner, duties })
        if (writes.length === 0) return false
        if ((await table.transact(writes)).done) return true
        if (tries >= triesAtMost) throw new Error(`The duties of ${owner.id} keep changing`)
      }
    },

    /** What is kept of many owners, by their ids. */
    async kept(owners: readonly OwnerId[]): Promise<ReadonlyMap<string, Standing>> {
      const all = (await table.getMany(owners.map(ownerKey))).map(standingOf)
      return new Map(all.map((one) => [one.owner.id, one]))
    },

    /**
     * Keeps what many owners owe, as many in a transaction as fit.
     * @param before what was kept before the facts were read from which this was worked out
     * @returns how many changed, and the ids of those whose duties somebody else kept meanwhile
     */
    async keepAll(all: readonly KeptDuties[], before: ReadonlyMap<string, Standing>) {
      const due = all
        .map((next) => ({ id: next.owner.id, writes: writesFor(before.get(next.owner.id), next) }))
        .filter(({ writes }) => writes.length > 0)
      let changed = 0
      const refused: string[] = []
      for (const bundle of bundled(due)) {
        if ((await table.transact(bundle.flatMap(({ writes }) => writes))).done) changed += bundle.length
        else refused.push(...bundle.map(({ id }) => id))
      }
      return { changed, refused }
    },

    /** Every duty of an owner, those done among them, as they stand on a day. */
    async of(owner: OwnerId, today: string): Promise<StandingDuty<Duty>[]> {
      const kept = await keptBy(ownerKey(owner))
      return (kept?.duties ?? []).map((duty) => standing(duty, today, kept?.owner.reminderDays ?? 0))
    },

    /** Open duties of a place and all places below it, the earliest due first: one page, one query. */
    async list(
      division: PlaceCode,
      today: string,
      page: { readonly limit: number; readonly cursor?: string | undefined },
    ): Promise<{ duties: StandingDuty<ListedDuty>[]; cursor?: string }> {
      const { items, cursor } = await table.query(dutyLine.partition({ place: division }), {
        limit: page.limit,
        eventually: true,
        ...(page.cursor !== undefined && { cursor: page.cursor }),
      })
      const duties = items.map((item) => dutyLine.read(item).duty)
      return {
        duties: duties.map((duty) => standing(duty, today, duty.reminderDays)),
        ...(cursor !== undefined && { cursor }),
      }
    },
  }
}
