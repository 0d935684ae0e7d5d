import type { Language, Refusal, Text } from '@xieshang/rules'
import * as z from 'zod'
import { problemTexts } from './texts.ts'
import { fieldErrors } from './validation.ts'

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

type Extra = Omit<Partial<ProblemBody>, 'type' | 'title' | 'status' | 'detail' | 'errors' | 'code'>

/** The sentences of a problem. */
type Said = Pick<ProblemBody, 'detail' | 'errors'>

export type ProblemCode = keyof typeof problemTexts

/** An answer that is an error, thrown anywhere below a handler and written as problem+json in one place. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly title: Text
  readonly say: (language: Language) => Promise<Said>
  readonly extra: Extra

  private constructor(
    status: number,
    code: string,
    title: Text,
    say: (language: Language) => Promise<Said>,
    extra: Extra,
  ) {
    super(code)
    this.status = status
    this.code = code
    this.title = title
    this.say = say
    this.extra = extra
  }

  /** A problem with one of the fixed texts. */
  static of(code: ProblemCode, extra: Extra = {}): Problem {
    const { status, title, detail } = problemTexts[code]
    return new Problem(status, code, title, async (language) => ({ detail: detail[language] }), extra)
  }

  /** A request that is not as its schema has it. */
  static invalid(error: z.ZodError): Problem {
    const { status, title, detail } = problemTexts.invalid
    const field = error.issues[0]?.path.join('.')
    const say = async (language: Language) => ({ detail: detail[language], errors: await fieldErrors(error, language) })
    return new Problem(status, 'invalid', title, say, field === undefined ? {} : { field })
  }

  /** A command that a clause refuses: 422 by a rule, 409 where the consultation stands elsewhere, 403 for the actor. */
  static refused(refusal: Refusal, extra: Extra = {}): Problem {
    const status = { rule: 422, state: 409, forbidden: 403 }[refusal.kind]
    // The sentences are loaded with the first refusal: most answers need none of them.
    const say = async (language: Language) => {
      const { refusalText } = await import('@xieshang/rules/sentences')
      return { detail: refusalText(refusal, language) }
    }
    return new Problem(status, refusal.code, problemTexts.refused.title, say, {
      clause: refusal.clause,
      ...(refusal.field !== undefined && { field: refusal.field }),
      ...extra,
    })
  }

  async body(language: Language): Promise<ProblemBody> {
    return {
      type: `urn:xieshang:problem:${this.code}`,
      title: this.title[language],
      status: this.status,
      ...(await this.say(language)),
      code: this.code,
      ...this.extra,
    }
  }
}
