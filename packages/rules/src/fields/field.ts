import type { Language, Text } from '@xieshang/kernel'
import * as z from 'zod'
import type { Matter } from '../catalogue/base.ts'
import type { Consultation } from '../consultation/state.ts'
import type { SeatSet } from '../participants/seatSet.ts'

export type Options = Readonly<Record<string, Text>>

/** What a form stands on: its choices and first values are read from this and from nothing else. */
export type Ground = {
  /** Instant in UTC. */
  readonly now: string
  /** Name of who fills the form in, and in which language. */
  readonly name: string
  readonly language: Language
  /** What is known from where the form stands and is not typed: which round, which task. */
  readonly known: Readonly<Record<string, unknown>>
  /** The consultation of a command; registers and new topics have none. */
  readonly state?: Consultation
  /** Of its list: whom nobody has told, and who has no phone. */
  readonly untold?: SeatSet
  readonly noPhone?: SeatSet
  /** Of the county's catalogue: what its form changes. */
  readonly matters?: readonly Matter[]
}

/** One of what a consultation holds, by its number. */
export type Choosable = { readonly value: number; readonly label: Text }

type From = (ground: Ground) => readonly Choosable[]

/** How a field is typed in; the web has one control for each, and no more. */
export type Control =
  | { readonly input: 'line' | 'long'; readonly max: number }
  /** A line that is shown to nobody and is never kept as a draft. */
  | { readonly input: 'secret'; readonly max: number }
  | { readonly input: 'day' | 'instant' | 'money' | 'tick' }
  | { readonly input: 'count'; readonly min: number; readonly max: number }
  | { readonly input: 'choice' | 'choices'; readonly options: Options }
  /** One or several of what the consultation holds. */
  | { readonly input: 'pick' | 'picks'; readonly from: From }
  /** One entry a line. */
  | { readonly input: 'lines' }
  /** Votes in favour, against and abstaining, on each of what is voted on. */
  | { readonly input: 'votes'; readonly from: From }
  /** People of the list, by their seats. */
  | {
      readonly input: 'seats'
      readonly of: (ground: Ground) => SeatSet
      /** What ticks all of them at once, where that makes sense. */
      readonly all?: Text
      /** What stands beside a name: that there is no phone, or how the SMS went. */
      readonly beside?: 'phone' | 'sms'
    }
  | { readonly input: 'group'; readonly of: Fields }
  | {
      readonly input: 'rows'
      readonly of: Fields
      readonly min: number
      readonly max: number
      /** What the button says that adds one. */
      readonly add?: Text
      /** Whether its rows are numbered in their labels rather than by a heading. */
      readonly tight?: true
      /** Whether they can be moved up. */
      readonly order?: true
    }
  | { readonly input: 'reference'; readonly to: 'consultation' | 'county' | 'entry' }
  /** A picture, handed in before what names it is sent. */
  | { readonly input: 'photo' }
  /** A matter of the county's catalogue; villages of a township; people of the register; ballots on paper. */
  | { readonly input: 'matter' | 'villages' }
  | { readonly input: 'people' | 'papers'; readonly of: Fields }
  /** Changes to matters of the county's catalogue, a row for each that is changed. */
  | { readonly input: 'matters'; readonly of: Fields }
  /** Filled in by the control of another field. */
  | { readonly input: 'beside' }
  /** Known from where the form stands, or the moment at which it is sent: never typed. */
  | { readonly input: 'known' | 'now' }

/** One field of an entry, an act or a command: what people read beside it, how it is typed in, and what is accepted. */
export type Field<S extends z.ZodType = z.ZodType> = Control & {
  readonly label: Text
  readonly hint?: Text
  readonly optional: boolean
  readonly schema: S
  /** What it begins with, as a value of its schema. */
  readonly first?: (ground: Ground) => unknown
  /** Whether it is asked for, from what the others say; what is not asked for is not sent. */
  readonly when?: (body: Readonly<Record<string, unknown>>, ground: Ground) => boolean
  /** Other words beside it where they depend on where the form stands. */
  readonly says?: (ground: Ground) => { readonly label?: Text; readonly hint?: Text }
}

export type Fields = { readonly [name: string]: Field }

/** The validated values of declared fields. */
export type Values<F extends Fields> = z.output<z.ZodObject<{ -readonly [K in keyof F]: F[K]['schema'] }>>

/** The schema that the API validates by and its description is made of. */
export const schemaOf = <F extends Fields>(fields: F) =>
  z.strictObject(
    Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema])) as {
      -readonly [K in keyof F]: F[K]['schema']
    },
  )
