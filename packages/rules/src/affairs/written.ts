import { type Openness, versionsOf } from '@xieshang/kernel'
import type { Fields } from '../fields/index.ts'
import { entryActsOf, kindSpecOf } from './acts.ts'
import type { EntryEvent } from './entry.ts'

type Of = Pick<EntryEvent, 'kind' | 'act'>

/** By kind and act, e.g. `hearing.conclude`. No body has had another shape yet. */
const versions = versionsOf<string>({})

const typeOf = ({ kind, act }: Of): string => `${kind}.${act}`

/** The version in which events of an act on a kind are written today. */
export const entryVersionOf = (of: Of): number => versions.today(typeOf(of))

/** The event of an entry as today's code knows it, whatever version it was written in. */
export function upcastEntry(written: EntryEvent): EntryEvent {
  const body = versions.read(typeOf(written), written.v, written.body) as EntryEvent['body']
  return { ...written, v: entryVersionOf(written), body }
}

/** What is declared of an entry, or of an act on it. */
export function declaredOf({ kind, act }: Of): Fields {
  const spec = kindSpecOf(kind)
  if (spec === undefined) return {}
  return act === 'create' ? spec.fields : (entryActsOf(spec)[act]?.fields ?? {})
}

/** Texts that people choose rather than type. What they refer to is known by its id. */
const chosen: ReadonlySet<string> = new Set(['choice', 'choices', 'day', 'instant', 'reference'])

const openIn = (fields: Fields, path: string): string[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const at = `${path}.${name}`
    if (field.input === 'rows') return openIn(field.of, at)
    return chosen.has(field.input) ? [at] : []
  })

/** Of every event: of what it is, what was done, when, in which role and where. */
const envelope = ['entry', 'kind', 'tenant', 'division', 'at', 'by.role', 'by.division', 'act']

/** E4: what of an entry's event may stand in its chain: what was chosen, not what was typed. */
export function entryOpennessOf(of: Of): Openness {
  const open = new Set([...envelope, ...openIn(declaredOf(of), 'body')])
  return { isOpenText: (path) => open.has(path), isHidden: () => false }
}
