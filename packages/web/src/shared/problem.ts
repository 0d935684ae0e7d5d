/** An answer that is an error, as the API writes it. */
export type Problem = {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly clause?: string
  readonly field?: string
  readonly errors?: readonly { readonly field: string; readonly detail: string }[]
  readonly changes?: readonly {
    readonly number: number
    readonly type: string
    readonly at: string
    readonly by: string
    readonly own: boolean
  }[]
}

export class ApiFailure extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** Whether it was answered at all: no answer, or one of a broken server, leaves open what became of the request. */
export const isAnswered = (error: unknown): boolean => error instanceof ApiFailure && error.problem.status < 500

/** A key for one act of a person; the same act sent again carries the same. */
export const newKey = (): string => crypto.randomUUID()
