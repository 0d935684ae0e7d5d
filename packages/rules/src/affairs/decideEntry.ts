import { dayOf, levelOf, may, type Standing, text, within } from '@xieshang/kernel'
import { forbidden, type Refusal, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import { consultationsIn, type Fields, schemaOf } from '../fields/index.ts'
import type { Entry, EntryContext, EntryEvent, EntryStatus } from './entry.ts'
import { type ActSpec, annulFields, hasDone, type KindSpec, type Shown } from './kind.ts'
import { type EntryKind, entryKinds } from './kinds.ts'

export type EntryCommand =
  | { readonly act: 'create'; readonly kind: EntryKind; readonly division: string; readonly body: unknown }
  | { readonly act: string; readonly kind: EntryKind; readonly body: unknown }

/** The event's content before it is numbered, or why it was refused. */
export type EntryDecision =
  | { readonly kind: 'accepted'; readonly act: string; readonly body: EntryEvent['body'] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** One line of a list, and all that reports and public pages need of an entry. */
export type EntryCard = {
  readonly id: string
  readonly kind: EntryKind
  readonly division: string
  readonly title: string
  readonly status: EntryStatus
  readonly createdAt: string
  readonly updatedAt: string
  readonly version: number
  readonly day?: string
  readonly due?: string
  /** When what was due was done first. */
  readonly settledAt?: string
  readonly digest: Readonly<Record<string, number | string>>
  readonly shown?: Shown
}

/** An entry's history is kept whole, so it ends somewhere: then a new entry is begun. */
export const mostActs = 1000

const refuse = (refusal: Refusal): EntryDecision => ({ kind: 'refused', refusal })

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

/** The first thing wrong with values as the declarations have them: their form, and what they refer to. */
function checkValues(clause: string, fields: Fields, body: unknown, division: string, context: EntryContext) {
  const parsed = schemaOf(fields).safeParse(body)
  if (!parsed.success)
    return { refusal: ruleRefusal(clause, 'entryInvalid', { field: parsed.error.issues[0]?.path.join('.') ?? '' }) }
  for (const [id, field] of consultationsIn(fields, parsed.data)) {
    const known = context.consultations?.get(id)
    const related = known !== undefined && (within(known.division, division) || within(division, known.division))
    if (!related) return { refusal: ruleRefusal(clause, 'consultationElsewhere', { field }) }
  }
  return { values: parsed.data }
}

function decideCreate(spec: KindSpec, division: string, body: unknown, context: EntryContext): EntryDecision {
  const { clause, create } = spec
  if (!spec.levels.some((level) => level === levelOf(division)))
    return refuse(ruleRefusal(clause, 'entryLevel', { field: 'division' }))
  if (!may(context.actor, create.verb, division, create.standing)) return refuse(forbidden(clause, 'roleMayNot'))
  const { values, refusal } = checkValues(clause, spec.fields, body, division, context)
  if (refusal !== undefined) return refuse(refusal)
  const against = spec.rule?.(values, division, context)
  return against === undefined ? { kind: 'accepted', act: 'create', body: values } : refuse(against)
}

/** Whether role and place let somebody do an act. */
function mayAct(entry: Entry, { verb, standing, byMaker }: ActSpec, actor: EntryContext['actor']) {
  const made = byMaker !== true || entry.created.by.role === actor.role
  return made && may(actor, verb, entry.division, standing)
}

function decideAct(entry: Entry, spec: KindSpec, name: string, body: unknown, context: EntryContext): EntryDecision {
  const acts = entryActsOf(spec)
  const wanted = Object.hasOwn(acts, name) ? acts[name] : undefined
  if (wanted === undefined) return refuse(ruleRefusal(spec.clause, 'entryActUnknown'))
  const clause = wanted.clause ?? spec.clause
  if (!mayAct(entry, wanted, context.actor)) return refuse(forbidden(clause, 'roleMayNot'))
  const status = entryStatusOf(entry)
  if (status === 'annulled' || (wanted.when !== undefined && !wanted.when.includes(status)))
    return refuse(stateRefusal(clause, 'entryStatus'))
  if (entry.acts.length >= mostActs) return refuse(stateRefusal(clause, 'entryFull'))
  const { values, refusal } = checkValues(clause, wanted.fields, body, entry.division, context)
  if (refusal !== undefined) return refuse(refusal)
  const against = wanted.rule?.(entry, values, context)
  return against === undefined ? { kind: 'accepted', act: name, body: values } : refuse(against)
}

/** What a command on the registers leads to, or the refusal that names its clause. Pure and total. */
export function decideEntry(entry: Entry | undefined, command: EntryCommand, context: EntryContext): EntryDecision {
  const spec = entryKinds[command.kind]
  if (entry === undefined)
    return 'division' in command
      ? decideCreate(spec, command.division, command.body, context)
      : refuse(stateRefusal(spec.clause, 'entryStatus'))
  if (entry.kind !== command.kind || command.act === 'create') return refuse(stateRefusal(spec.clause, 'entryStatus'))
  return decideAct(entry, spec, command.act, command.body, context)
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

const settled: readonly EntryStatus[] = ['answered', 'accepted', 'reported', 'concluded', 'closed']

/** When an entry first came to where nothing more is awaited. */
function settledAt(entry: Entry): string | undefined {
  for (let acts = 1; acts <= entry.acts.length; acts++) {
    const then = { ...entry, acts: entry.acts.slice(0, acts) }
    if (settled.includes(entryStatusOf(then))) return then.acts.at(-1)?.at
  }
  return undefined
}

/** An entry as lists, reports and public pages show it. */
export function entryCardOf(entry: Entry): EntryCard {
  const spec = entryKinds[entry.kind as EntryKind]
  const status = entryStatusOf(entry)
  const due = spec.due?.(entry.fields)
  const done = due === undefined ? undefined : settledAt(entry)
  return {
    id: entry.id,
    kind: entry.kind as EntryKind,
    division: entry.division,
    title: spec.title(entry.fields),
    status,
    createdAt: entry.created.at,
    updatedAt: entry.updatedAt,
    version: entry.version,
    ...(spec.day !== undefined && { day: spec.day(entry.fields) }),
    ...(due !== undefined && { due }),
    ...(done !== undefined && { settledAt: done }),
    digest: spec.digest?.(entry) ?? {},
    ...(spec.shown !== undefined && status !== 'annulled' && { shown: spec.shown(entry) }),
  }
}

export type Timing = 'none' | 'due' | 'overdue' | 'met' | 'metLate'

/** How an entry stands to its day: done in time, done late, still to come, or overdue. Late stays late. */
export function timingOf(card: Pick<EntryCard, 'due' | 'settledAt' | 'status'>, now: string): Timing {
  if (card.due === undefined || card.status === 'annulled') return 'none'
  if (card.settledAt !== undefined) return dayOf(card.settledAt) <= card.due ? 'met' : 'metLate'
  return dayOf(now) <= card.due ? 'due' : 'overdue'
}
