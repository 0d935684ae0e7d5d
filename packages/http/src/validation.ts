import { issueText, type Language } from '@xieshang/rules'
import type * as z from 'zod'

/** Each wrong field of a request with a sentence on it, in the order of the schema. */
export function fieldErrors(error: z.ZodError, language: Language): { field: string; detail: string }[] {
  return error.issues.map((issue) => ({ field: issue.path.join('.'), detail: issueText(issue, language) }))
}
