import {
  type Command,
  type CommandBody,
  type CommandType,
  commands,
  decide,
  defaultParameters,
  gateOf,
  type Refusal,
  refusalText,
  type SeatFact,
  type SeatSet,
  seatSet,
  seatsIn,
} from '@xieshang/rules'
import { useState } from 'react'
import type { Me } from '../api/staff.ts'
import { type Consultation, type ConsultationView, type Seat, staffOf } from '../api/staff.ts'
import { now } from '../shared/clock.ts'
import { ApiFailure, newKey } from '../shared/problem.ts'
import { currentLanguage } from '../texts/language.ts'

export type Acting = {
  readonly me: Me
  readonly county: string
  readonly consultation: Consultation
  /** The first 200 of the list; others are loaded where they are shown (`SeatPages`). */
  readonly seats: readonly Seat[]
  /** Of the whole list: who was told, who is to be told at the door, and who has no phone. */
  readonly told: SeatSet
  readonly doorToDoor: SeatSet
  readonly noPhone: SeatSet
  /** Takes over what a command answered. */
  readonly onDone: (view: ConsultationView) => void
  readonly reload: () => void
}

/** Whether who is signed in may give this command at all as the consultation stands. */
export const may = ({ consultation, me }: Pick<Acting, 'consultation' | 'me'>, type: CommandType): boolean =>
  gateOf(consultation, type, { role: me.role, division: me.division.code }) === undefined

/** Numbers of all seats of the list. */
export const everySeat = ({ consultation }: Pick<Acting, 'consultation'>): number[] =>
  Array.from({ length: consultation.list?.listed ?? 0 }, (_, index) => index + 1)

function factsOf(acting: Acting): SeatFact[] {
  const told = new Set(seatsIn(acting.told))
  return everySeat(acting).map((seat) => ({ seat, told: told.has(seat) }))
}

/** Seats of the list that nobody has told yet. */
export function untoldOf(acting: Acting): SeatSet {
  return seatSet(factsOf(acting).flatMap(({ seat, told }) => (told ? [] : [seat])))
}

/** What a page knows, or need not know, of what a rule asks for. */
const foreseen: readonly string[] = ['seats', 'photo', 'seal']

/** What the server would refuse for reasons that the page can see itself. */
export function foresee(acting: Acting, command: Command): Refusal | undefined {
  const needs: readonly string[] = commands[command.type].needs
  if (needs.some((need) => !foreseen.includes(need))) return undefined
  const decision = decide(acting.consultation, command, {
    now: now().toISOString(),
    // A page knows no sign-in ids: what was its officer's own is marked in the answer.
    actor: { sub: '', name: acting.me.name, role: acting.me.role, division: acting.me.division.code },
    parameters: defaultParameters,
    // A page names only photos that it handed in itself, and a key is made by the county.
    photoExists: true,
    seal: '',
    seats: factsOf(acting),
  })
  return decision.kind === 'refused' ? decision.refusal : undefined
}

/** A refusal as the API would write it. */
const failureOf = (refusal: Refusal): ApiFailure =>
  new ApiFailure({
    status: 422,
    code: refusal.code,
    title: '',
    detail: refusalText(refusal, currentLanguage()),
    clause: refusal.clause,
    ...(refusal.field !== undefined && { field: refusal.field }),
  })

/** One command at a time, with its error; sending the same again carries the same key. */
export function useCommand(acting: Acting) {
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const [last, setLast] = useState<{ text: string; key: string }>()

  async function send<T extends CommandType>(type: T, body: CommandBody<T>): Promise<boolean> {
    const { consultation, county } = acting
    const text = JSON.stringify([type, body, consultation.version])
    const key = last?.text === text ? last.key : newKey()
    setLast({ text, key })
    setBusy(true)
    setError(undefined)
    try {
      const refusal = foresee(acting, { type, body } as Command)
      if (refusal !== undefined) throw failureOf(refusal)
      acting.onDone(await staffOf(county).command(consultation.id, consultation.version, type, body, key))
      return true
    } catch (failure) {
      setError(failure)
      // The page was behind: others, or the same officer in another tab, did something on it meanwhile.
      if (failure instanceof ApiFailure && failure.problem.changes !== undefined) acting.reload()
      return false
    } finally {
      setBusy(false)
    }
  }

  return { send, error, busy }
}
