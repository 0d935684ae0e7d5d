import type { Actor, Language, Role, Text } from '@xieshang/rules'
import type * as z from 'zod'

export type Method = 'get' | 'post' | 'put' | 'delete'

/** What an operation answers with: JSON by a schema, or a file. */
export type Answer = { readonly schema: z.ZodType } | { readonly file: string }

/**
 * One operation of the API. The same definition validates requests, makes the OpenAPI document and types the web client.
 * `open` operations need no token.
 */
export type Operation<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends Answer> = {
  readonly id: string
  readonly method: Method
  readonly path: string
  readonly summary: Text
  readonly clause?: string
  readonly roles: readonly Role[] | 'open'
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** The body is text of this type instead of JSON. */
  readonly bodyType?: 'text/csv'
  readonly answer: A
  /** 202: it was taken and is done by somebody else in a moment. */
  readonly status?: 200 | 201 | 202
  /** Whether the request must carry an `Idempotency-Key`. */
  readonly idempotent?: boolean
  /** Whether it must carry `If-Match` with the version it was thought for. */
  readonly ifMatch?: boolean
}

export type AnyOperation = Operation<z.ZodType, z.ZodType, z.ZodType, Answer>

export type Input<O> =
  O extends Operation<infer P, infer Q, infer B, Answer>
    ? {
        readonly params: z.output<P>
        readonly query: z.output<Q>
        readonly body: z.output<B>
        readonly actor: Actor
        readonly language: Language
        readonly idempotencyKey: string
        readonly ifMatch: number | undefined
      }
    : never

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
>(definition: Operation<P, Q, B, A>): Operation<P, Q, B, A> {
  return definition
}

/** An operation together with the code that answers it. */
export type Implementation = {
  readonly operation: AnyOperation
  readonly run: (input: Input<AnyOperation>) => Promise<unknown>
}

export function implement<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends Answer>(
  operation: Operation<P, Q, B, A>,
  run: (input: Input<Operation<P, Q, B, A>>) => Promise<Output<Operation<P, Q, B, A>>>,
): Implementation {
  return { operation, run: run as Implementation['run'] }
}
