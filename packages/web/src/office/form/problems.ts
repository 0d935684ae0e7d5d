import { type Command, type CommandType, commands, issueText, refusalText } from '@xieshang/rules'
import { currentLanguage } from '../../texts/language.ts'
import { type Acting, foresee } from '../acting.ts'

/** What stands in the way of sending a command: at which path of its body, if at one, and by which clause. */
export type FormProblem = { readonly path: string; readonly text: string; readonly clause?: string }

/** Everything that is missing, or why the rules would refuse. The same schemas and rules as the server's. */
export function problemsOf(acting: Acting, type: CommandType, body: unknown): FormProblem[] {
  const language = currentLanguage()
  const parsed = commands[type].schema.safeParse(body, { reportInput: true })
  if (!parsed.success)
    return parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      text: issueText(Number.isNaN(issue.input) ? { ...issue, input: undefined } : issue, language),
    }))
  const refusal = foresee(acting, { type, body: parsed.data } as Command)
  return refusal === undefined
    ? []
    : [{ path: refusal.field ?? '', text: refusalText(refusal, language), clause: refusal.clause }]
}

/** The field that a path of the body belongs to: `votes` for `votes.0.yes`. */
export const fieldOf = (names: readonly string[], path: string): string | undefined =>
  names.find((name) => path === name || path.startsWith(`${name}.`) || name.startsWith(`${path}.`))
