import { type Fields, type Language, type Refusal, schemaOf } from '@xieshang/rules'
import { issueText, refusalText } from '@xieshang/rules/sentences'

/** What stands in the way of sending: at which path of the body, if at one, and by which clause. */
export type FormProblem = { readonly path: string; readonly text: string; readonly clause?: string }

/** Asks the rules about a complete body, as far as a page can. */
export type Refuses = (body: unknown) => Refusal | undefined

/** Everything that is missing, or why the rules would refuse. The same schemas and rules as the server's. */
export function problemsOf(
  fields: Fields,
  body: unknown,
  language: Language,
  refuses: Refuses = () => undefined,
): FormProblem[] {
  const parsed = schemaOf(fields).safeParse(body, { reportInput: true })
  if (!parsed.success)
    return parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), text: issueText(issue, language) }))
  const refusal = refuses(parsed.data)
  return refusal === undefined
    ? []
    : [{ path: refusal.field ?? '', text: refusalText(refusal, language), clause: refusal.clause }]
}

/**
 * The problem of a field: its own, or with `whole` also one of what it holds (`votes.0.yes` of `votes`).
 * @param path of the field in the body
 */
export const problemAt = (problems: readonly FormProblem[], path: string, whole: boolean): FormProblem | undefined =>
  problems.find((one) => one.path === path || (whole && one.path.startsWith(`${path}.`)))
