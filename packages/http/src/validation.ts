import type { Language } from '@xieshang/rules'
import type * as z from 'zod'

/** More wrong fields than these help nobody. */
export const mostErrors = 20

/** The first wrong fields of a request, each with a sentence on it, in the order of the schema. */
export async function fieldErrors(error: z.ZodError, language: Language): Promise<{ field: string; detail: string }[]> {
  const { issueText } = await import('@xieshang/rules/sentences')
  return error.issues
    .slice(0, mostErrors)
    .map((issue) => ({ field: issue.path.join('.'), detail: issueText(issue, language) }))
}
