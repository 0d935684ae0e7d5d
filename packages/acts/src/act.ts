import type { Actor, Command, CommandType, Consultation, ConsultationEvent, Refusal } from '@xieshang/rules'
import type { CountyStore, openPeople, Request, Seals, Secrets } from '@xieshang/store'

/** What came of a command. Only `done` has written anything. */
export type ActOutcome =
  | { readonly kind: 'done'; readonly state: Consultation }
  | { readonly kind: 'missing' }
  /** `own`: what the same officer did since, on what the command rests on, which may be why. */
  | {
      readonly kind: 'refused'
      readonly refusal: Refusal
      readonly version: number
      readonly own?: readonly ConsultationEvent[]
    }
  /** Somebody else was first: the events since the version the command was thought for that touch what it rests on. */
  | { readonly kind: 'changed'; readonly version: number; readonly changes: readonly ConsultationEvent[] }
  | { readonly kind: 'keyReused' }

export type Act = {
  readonly consultation: string
  readonly command: Command
  readonly actor: Actor
  /** Instant in UTC. */
  readonly now: string
  readonly request?: Request
  /** The version the command was thought for. */
  readonly ifMatch?: number | undefined
  /** Throws when the actor may not act on this consultation. */
  readonly authorise: (state: Consultation) => void
}

export type ActDependencies = {
  readonly store: Pick<
    CountyStore,
    'consultations' | 'seats' | 'participants' | 'ballots' | 'closings' | 'opinions' | 'photos' | 'settings'
  > &
    // Only who ends consultations needs it.
    Partial<Pick<CountyStore, 'seatCounts'>>
  readonly people: ReturnType<typeof openPeople>
  readonly secrets: Secrets
  /** Only who opens rounds needs it. */
  readonly seals?: Pick<Seals, 'make'>
}

/** How often a decision is taken anew because somebody else was first. */
export const triesWhenOvertaken = 6

/** A command by its type and validated body. */
export const commandOf = (type: CommandType, body: unknown): Command => ({ type, body }) as Command
