import type { Language, Prove, Text, Verb } from '@xieshang/kernel'
import type * as z from 'zod'
import type { Officer } from './actor.ts'

export type Method = 'get' | 'post' | 'put' | 'delete'

/** What an operation answers with: JSON by a schema, or a file. */
export type Answer = { readonly schema: z.ZodType } | { readonly file: string }

/** Who may call an operation: officers to whom this is allowed, or everybody without a token. */
export type Access = Verb | 'open'

/** One operation of the API. The same definition validates requests, makes the OpenAPI document and types the web client. */
export type Operation<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends Answer,
  R extends Access = Access,
> = {
  readonly id: string
  readonly method: Method
  readonly path: string
  readonly summary: Text
  readonly clause?: string
  readonly verb: R
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** The body is text of this type instead of JSON. */
  readonly bodyType?: 'text/csv'
  /** Bytes that a body may have, where they are not the usual ones. */
  readonly mostBytes?: number
  readonly answer: A
  /** 202: it was taken and is done by somebody else in a moment. */
  readonly status?: 200 | 201 | 202
  /** Statuses under which it may answer instead, each with what that means. */
  readonly also?: Readonly<Partial<Record<200 | 202, Text>>>
  /** Whether the request must carry an `Idempotency-Key`. */
  readonly idempotent?: boolean
  /** Whether it must carry `If-Match` with the version it was thought for. */
  readonly ifMatch?: boolean
}

/** Bytes of a body that anybody may send, and that an officer may. */
const usualBytes = { open: 65_536, officers: 1_048_576 }

export const mostBytesOf = ({ mostBytes, verb }: Pick<AnyOperation, 'mostBytes' | 'verb'>): number =>
  mostBytes ?? (verb === 'open' ? usualBytes.open : usualBytes.officers)

export type AnyOperation = Operation<z.ZodType, z.ZodType, z.ZodType, Answer>

/** What every request brings. */
type Asked<P, Q> = {
  readonly params: P
  readonly query: Q
  readonly language: Language
  readonly idempotencyKey: string
  readonly ifMatch: number | undefined
}

type Signed<B> = {
  readonly actor: Officer
  readonly body: B
  /** Asks whether the officer may do this at a place; no answer leaves that did not ask. @throws Problem 403 */
  readonly prove: Prove
}

/** An anonymous body is read when it is asked for: whoever answers looks first whether there is anything to send it to. */
type Anonymous<B> = {
  readonly body: () => B
  /** The same for the same address on the same day, so that one caller can be slowed and no other. */
  readonly caller: string
}

/** An anonymous caller has no actor: code of an open operation that asks for one does not compile. */
export type Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends Access> = Asked<
  z.output<P>,
  z.output<Q>
> &
  ([R] extends [Verb] ? Signed<z.output<B>> : Anonymous<z.output<B>>)

/** A file to be downloaded. */
export type FileAnswer = { readonly bytes: Uint8Array; readonly type: string; readonly name: string }

type ReadonlyDeep<T> = T extends (infer E)[]
  ? readonly ReadonlyDeep<E>[]
  : T extends object
    ? { readonly [K in keyof T]: ReadonlyDeep<T[K]> }
    : T

export type Output<O> = O extends { answer: { schema: infer S extends z.ZodType } }
  ? ReadonlyDeep<z.input<S>>
  : FileAnswer

/** Keeps an operation's own types while checking its shape. */
export function operation<
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  A extends Answer = Answer,
  R extends Access = Access,
>(definition: Operation<P, Q, B, A, R>): Operation<P, Q, B, A, R> {
  return definition
}

/** An answer under one of the statuses that its operation names beside the usual one. */
export class Under<T> {
  readonly status: 200 | 202
  readonly answer: T
  /** Where to look how far it is, from the path of the request. */
  readonly location: string | undefined

  constructor(status: 200 | 202, answer: T, location?: string) {
    this.status = status
    this.answer = answer
    this.location = location
  }
}

/** What an operation answers with, under its usual status or another one. */
type Answered<O> = Output<O> | Under<Output<O>>

type Run<I> = (input: I) => Promise<unknown>
type AnyAsked = Asked<unknown, unknown>

/** An operation together with the code that answers it. What is open runs without an actor. */
export type Implementation = { readonly operation: AnyOperation } & (
  | { readonly access: 'open'; readonly run: Run<AnyAsked & Anonymous<unknown>> }
  | { readonly access: Verb; readonly run: Run<AnyAsked & Signed<unknown>> }
)

export function implement<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends Answer>(
  operation: Operation<P, Q, B, A, 'open'>,
  run: (input: Input<P, Q, B, 'open'>) => Promise<Answered<Operation<P, Q, B, A>>>,
): Implementation
export function implement<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends Answer>(
  operation: Operation<P, Q, B, A, Verb>,
  run: (input: Input<P, Q, B, Verb>) => Promise<Answered<Operation<P, Q, B, A>>>,
): Implementation
export function implement(operation: AnyOperation, run: (input: never) => Promise<unknown>): Implementation {
  const access: Access = operation.verb
  return access === 'open'
    ? { operation, access, run: run as Run<AnyAsked & Anonymous<unknown>> }
    : { operation, access, run: run as Run<AnyAsked & Signed<unknown>> }
}
