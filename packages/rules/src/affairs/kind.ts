import { type Level, type PlaceCode, type Standing, type Text, text, type Verb } from '@xieshang/kernel'
import type { Refusal } from '../consultation/refusal.ts'
import type { Fields, Values } from '../fields/index.ts'
import { long } from '../fields/index.ts'
import type { Done, Entry, EntryContext, EntryStatus } from './entry.ts'

export type ActSpec<F extends Fields = Fields> = {
  readonly label: Text
  readonly clause?: string
  readonly fields: F
  /** What somebody must be allowed to do where they stand so. */
  readonly verb: Verb
  readonly standing: Standing
  /** Only the level of government that made the entry may do it. */
  readonly byMaker?: true
  /** Where the entry must stand; anywhere but annulled when it is not said. */
  readonly when?: readonly EntryStatus[]
  /** What else the clause wants. */
  rule?(entry: Entry, body: Values<F>, context: EntryContext): Refusal | undefined
}

/** One fact of an entry as everybody may read it. */
export type ShownFact = {
  readonly label: Text
  readonly value: string
  /** What the value is called, where it is a code. */
  readonly words?: Text | undefined
  /** The value is a division's code, to be read by its name. */
  readonly division?: boolean | undefined
}
export type Shown = { readonly text?: string | undefined; readonly facts: readonly ShownFact[] }

export type KindSpec<F extends Fields = Fields> = {
  readonly clause: string
  readonly label: Text
  /** One sentence for an officer who never saw it. */
  readonly hint: Text
  readonly levels: readonly Level[]
  readonly fields: F
  readonly create: { readonly label: Text; readonly verb: Verb; readonly standing: Standing }
  /** Places below may read it: a venue of the township is for its villages. */
  readonly openBelow?: boolean
  /** Who beyond the county may read it: every officer of the city, or the city alone. */
  readonly city?: 'officers' | 'cityOnly'
  readonly acts: Readonly<Record<string, ActSpec>>
  rule?(body: Values<F>, division: PlaceCode, context: EntryContext): Refusal | undefined
  /** Only the level of government that made an entry may annul it. */
  readonly annulByMaker?: true
  /** What stands against annulling an entry. */
  annulRule?(entry: Entry, context: EntryContext): Refusal | undefined
  /** What an entry is called: as somebody called it, or in the product’s own words. */
  title(fields: Values<F>): string | Text
  status(entry: Entry): EntryStatus
  /** The day it is about, YYYY-MM-DD or an instant. */
  day?(fields: Values<F>): string
  /** The day until which somebody has to act. */
  due?(fields: Values<F>): string | undefined
  /** Whole numbers and short words that reports add up. */
  digest?(entry: Entry): Readonly<Record<string, number | string>>
  /** What everybody may read of it. */
  shown?(entry: Entry): Shown
  /** What the city may read of it, where that is more. */
  shownToCity?(entry: Entry): Shown
}

/** Checks a kind's own types and keeps it as one of many. */
export const kind = <F extends Fields>(spec: KindSpec<F>): KindSpec => spec as unknown as KindSpec

/** Checks an act's own types and keeps it as one of many. */
export const act = <F extends Fields>(spec: ActSpec<F>): ActSpec => spec as unknown as ActSpec

/** The values of an entry, typed as its kind declared them: they were validated when it was created. */
export const fieldsOf = <F extends Fields>(entry: Entry, _declared: F): Values<F> => entry.fields as Values<F>

/** Everything done on an entry under one name, typed as the act declared it. */
export const doneOf = <F extends Fields>(entry: Entry, name: string, _declared: F): readonly Done<Values<F>>[] =>
  entry.acts.filter((done): done is Done<Values<F>> => done.act === name)

export const hasDone = (entry: Entry, name: string): boolean => entry.acts.some((done) => done.act === name)

export const annulFields = { reason: long(text('作废原因', 'Why it is annulled'), 500) }
