import type { Field } from '@xieshang/rules'
import type { ComponentType } from 'react'
import type { ControlProps, Of } from './context.ts'
import { Choice, Choices } from './controls/choice.tsx'
import { Group, Rows } from './controls/made.tsx'
import { Matter } from './controls/matter.tsx'
import { Matters } from './controls/matters.tsx'
import { Papers } from './controls/papers.tsx'
import { People } from './controls/people.tsx'
import { PhotoControl } from './controls/photo.tsx'
import { Pick, Picks } from './controls/picks.tsx'
import { Reference } from './controls/reference.tsx'
import { Seats } from './controls/seats.tsx'
import { Day, Figure, Line, Lines, Long, Moment, Secret, Tick } from './controls/text.tsx'
import { Villages } from './controls/villages.tsx'
import { Votes } from './controls/votes.tsx'

const Nothing = () => null

/** The one table of controls: how each kind of field is typed in. */
const controls: { readonly [I in Field['input']]: ComponentType<Of<I>> } = {
  line: Line,
  secret: Secret,
  long: Long,
  lines: Lines,
  day: Day,
  instant: Moment,
  money: Figure,
  count: Figure,
  tick: Tick,
  choice: Choice,
  choices: Choices,
  pick: Pick,
  picks: Picks,
  votes: Votes,
  seats: Seats,
  group: Group,
  rows: Rows,
  reference: Reference,
  photo: PhotoControl,
  matter: Matter,
  matters: Matters,
  villages: Villages,
  people: People,
  papers: Papers,
  known: Nothing,
  now: Nothing,
  beside: Nothing,
}

/** A field by its kind. */
export function Control(props: ControlProps) {
  const Kind = controls[props.field.input] as ComponentType<ControlProps>
  return <Kind {...props} />
}
