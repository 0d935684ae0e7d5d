import type { PlaceCode } from '@xieshang/kernel'
import {
  type Command,
  type CommandType,
  defaultParameters,
  type Moment,
  type Refusal,
  type SeatFact,
  type SeatSet,
  seatSet,
  seatsIn,
  type Unanswered,
} from '@xieshang/rules'
import { commands, decide, gateOf } from '@xieshang/rules/deciding'
import type { Consultation, ConsultationView, Me, Seat } from '../api/staff.ts'
import { now } from '../shared/clock.ts'

export type Acting = {
  readonly me: Me
  readonly county: PlaceCode
  readonly consultation: Consultation
  /** The first 200 of the list; others are loaded where they are shown (`SeatPages`). */
  readonly seats: readonly Seat[]
  /** Of the whole list: who was told, who is to be told at the door, and who has no phone. */
  readonly told: SeatSet
  readonly doorToDoor: SeatSet
  readonly noPhone: SeatSet
  /** What residents wrote that nobody has answered. */
  readonly unanswered: Unanswered
  /** Takes over what a command answered. */
  readonly onDone: (view: ConsultationView) => Promise<void>
  readonly reload: () => unknown
}

/** Who is signed in, as the rules ask for it. */
export const whoActs = ({ me }: Pick<Acting, 'me'>) => ({ role: me.role, division: me.division.code })

/** Whether who is signed in may give this command at all as the consultation stands. */
export const may = ({ consultation, me }: Pick<Acting, 'consultation' | 'me'>, type: CommandType): boolean =>
  gateOf(consultation, type, whoActs({ me })) === undefined

/** Numbers of all seats of the list. */
const everySeat = ({ consultation }: Pick<Acting, 'consultation'>): number[] =>
  Array.from({ length: consultation.list?.listed ?? 0 }, (_, index) => index + 1)

function factsOf(acting: Acting): SeatFact[] {
  const told = new Set(seatsIn(acting.told))
  return everySeat(acting).map((seat) => ({ seat, told: told.has(seat) }))
}

/** Seats of the list that nobody has told yet. */
export function untoldOf(acting: Acting): SeatSet {
  return seatSet(factsOf(acting).flatMap(({ seat, told }) => (told ? [] : [seat])))
}

/** When it is looked at, and what stands beside the consultation then. */
export const momentOf = ({ unanswered }: Pick<Acting, 'unanswered'>): Moment => ({
  now: now().toISOString(),
  unanswered,
})

/** What a page knows, or need not know, of what a rule asks for. */
const foreseen: readonly string[] = ['seats', 'photo', 'seal', 'unanswered']

/** What the server would refuse for reasons that the page can see itself. */
export function foresee(acting: Acting, command: Command): Refusal | undefined {
  const needs: readonly string[] = commands[command.type].needs
  if (needs.some((need) => !foreseen.includes(need))) return undefined
  const decision = decide(acting.consultation, command, {
    ...momentOf(acting),
    // A page knows no sign-in ids: what was its officer's own is marked in the answer.
    actor: { sub: '', name: acting.me.name, ...whoActs(acting) },
    parameters: defaultParameters,
    // A page names only photos that it handed in itself, and a key is made by the county.
    photoExists: true,
    seal: '',
    seats: factsOf(acting),
  })
  return decision.kind === 'refused' ? decision.refusal : undefined
}
