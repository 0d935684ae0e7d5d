import { type Language, type Refusal, refusalText, type Text } from '@xieshang/rules'
import * as z from 'zod'
import { problemTexts } from './texts.ts'

/** RFC 9457. `clause` names the policy's row, `field` the place in the request, `changes` what was done meanwhile. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    clause: z.string().optional(),
    field: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
    /** Seconds to wait before it is tried again. */
    retryAfter: z.int().optional(),
    version: z.int().optional(),
    changes: z
      .array(
        z.object({
          number: z.int(),
          type: z.string(),
          at: z.string(),
          by: z.string(),
          /** Whether it was the reader's own act. */
          own: z.boolean(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem' })

export type ProblemBody = z.infer<typeof problemSchema>

type Extra = Omit<Partial<ProblemBody>, 'type' | 'title' | 'status' | 'detail' | 'code'>

export type ProblemCode = keyof typeof problemTexts

/** An answer that is an error, thrown anywhere below a handler and written as problem+json in one place. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly title: Text
  readonly detail: (language: Language) => string
  readonly extra: Extra

  constructor(status: number, code: string, title: Text, detail: (language: Language) => string, extra: Extra = {}) {
    super(code)
    this.status = status
    this.code = code
    this.title = title
    this.detail = detail
    this.extra = extra
  }

  /** A problem with one of the fixed texts. */
  static of(code: ProblemCode, extra: Extra = {}): Problem {
    const { status, title, detail } = problemTexts[code]
    return new Problem(status, code, title, (language) => detail[language], extra)
  }

  /** A command that a clause refuses: 422 by a rule, 409 where the consultation stands elsewhere, 403 for the actor. */
  static refused(refusal: Refusal, extra: Extra = {}): Problem {
    const status = { rule: 422, state: 409, forbidden: 403 }[refusal.kind]
    return new Problem(status, refusal.code, problemTexts.refused.title, (language) => refusalText(refusal, language), {
      clause: refusal.clause,
      ...(refusal.field !== undefined && { field: refusal.field }),
      ...extra,
    })
  }

  body(language: Language): ProblemBody {
    return {
      type: `urn:xieshang:problem:${this.code}`,
      title: this.title[language],
      status: this.status,
      detail: this.detail(language),
      code: this.code,
      ...this.extra,
    }
  }
}
