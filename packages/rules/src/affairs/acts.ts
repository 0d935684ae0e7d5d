import { may, type Standing, text } from '@xieshang/kernel'
import type { Entry, EntryContext, EntryStatus } from './entry.ts'
import { type ActSpec, annulFields, hasDone, type KindSpec } from './kind.ts'
import { type EntryKind, entryKinds } from './kinds.ts'

const isKind = (kind: string): kind is EntryKind => kind in entryKinds

export const kindSpecOf = (kind: string): KindSpec | undefined => (isKind(kind) ? entryKinds[kind] : undefined)

/** The acts of a kind; whoever may make an entry may annul it, with a reason that stays. */
export function entryActsOf(spec: KindSpec): Readonly<Record<string, ActSpec>> {
  return {
    ...spec.acts,
    annul: {
      label: text('作废', 'Annul'),
      fields: annulFields,
      verb: spec.create.verb,
      standing: spec.create.standing,
      ...(spec.annulByMaker === true && { byMaker: true }),
      ...(spec.annulRule !== undefined && {
        rule: (entry: Entry, _body: unknown, context: EntryContext) => spec.annulRule?.(entry, context),
      }),
    },
  }
}

export function entryStatusOf(entry: Entry): EntryStatus {
  return hasDone(entry, 'annul') ? 'annulled' : (kindSpecOf(entry.kind)?.status(entry) ?? 'recorded')
}

/** Whether role and place let somebody do an act. */
export function mayAct(entry: Entry, { verb, standing, byMaker }: ActSpec, actor: EntryContext['actor']) {
  const made = byMaker !== true || entry.created.by.role === actor.role
  return made && may(actor, verb, entry.division, standing)
}

/** The acts that somebody may do on an entry now, as far as role, place and status say. */
export function actsOpenTo(entry: Entry, actor: EntryContext['actor']): string[] {
  const spec = kindSpecOf(entry.kind)
  if (spec === undefined) return []
  const status = entryStatusOf(entry)
  return Object.entries(entryActsOf(spec))
    .filter(
      ([, spec]) =>
        status !== 'annulled' && (spec.when === undefined || spec.when.includes(status)) && mayAct(entry, spec, actor),
    )
    .map(([name]) => name)
}

/** Where somebody must stand to a place to read its entries of this kind. */
export const readersOf = (spec: KindSpec): Standing => (spec.openBelow === true ? 'around' : 'within')
