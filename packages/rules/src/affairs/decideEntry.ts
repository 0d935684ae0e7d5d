import { levelOf, may, type PlaceCode, within } from '@xieshang/kernel'
import { forbidden, type Refusal, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import { consultationsIn, type Fields, schemaOf } from '../fields/index.ts'
import { entryActsOf, entryStatusOf, mayAct } from './acts.ts'
import type { Entry, EntryContext, EntryEvent } from './entry.ts'
import type { KindSpec } from './kind.ts'
import { type EntryKind, entryKinds } from './kinds.ts'

export type EntryCommand =
  | { readonly act: 'create'; readonly kind: EntryKind; readonly division: PlaceCode; readonly body: unknown }
  | { readonly act: string; readonly kind: EntryKind; readonly body: unknown }

/** The event's content before it is numbered, or why it was refused. */
export type EntryDecision =
  | { readonly kind: 'accepted'; readonly act: string; readonly body: EntryEvent['body'] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** An entry's history is kept whole, so it ends somewhere: then a new entry is begun. */
export const mostActs = 1000

const refuse = (refusal: Refusal): EntryDecision => ({ kind: 'refused', refusal })

/** The first thing wrong with values as the declarations have them: their form, and what they refer to. */
function checkValues(clause: string, fields: Fields, body: unknown, division: PlaceCode, context: EntryContext) {
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

function decideCreate(spec: KindSpec, division: PlaceCode, body: unknown, context: EntryContext): EntryDecision {
  const { clause, create } = spec
  if (!spec.levels.some((level) => level === levelOf(division)))
    return refuse(ruleRefusal(clause, 'entryLevel', { field: 'division' }))
  if (!may(context.actor, create.verb, division, create.standing)) return refuse(forbidden(clause, 'roleMayNot'))
  const { values, refusal } = checkValues(clause, spec.fields, body, division, context)
  if (refusal !== undefined) return refuse(refusal)
  const against = spec.rule?.(values, division, context)
  return against === undefined ? { kind: 'accepted', act: 'create', body: values } : refuse(against)
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
