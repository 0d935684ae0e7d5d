import type { Command } from '@xieshang/rules'
import { commands } from '@xieshang/rules/deciding'
import type { ReactNode } from 'react'
import type { OfficerCommand } from '../api/families.ts'
import { staffOf } from '../api/staff.ts'
import { formOf } from '../form/draft/formOf.ts'
import { Form } from '../form/form.tsx'
import { ApiFailure } from '../shared/problem.ts'
import { useTexts } from '../texts/language.ts'
import { type Acting, foresee, may, untoldOf } from './acting.ts'

type Props = {
  acting: Acting
  command: OfficerCommand
  /** What is known from where the form stands: the round, the task. */
  known?: Readonly<Record<string, unknown>>
  /** What the button says; without it, the command's own name. */
  label?: string
  /** What is typed stays when one command takes another's place: they share a draft under this name. */
  draft?: string
  /** Whether it has to wait for something else. */
  disabled?: boolean
  /** Something said beside the fields, from what is in them. */
  aside?: (body: Readonly<Record<string, unknown>>) => ReactNode
}

/** The form of one command, as its rule declares it. Whoever may not give the command does not see it. */
export function CommandForm({ acting, command, known = {}, label, disabled = false, draft = command, aside }: Props) {
  const { language } = useTexts()
  const { me, county, consultation, noPhone } = acting
  if (!may(acting, command)) return null
  return (
    <Form
      fields={commands[command].fields}
      division={consultation.division}
      label={label ?? commands[command].label[language]}
      name={me.name}
      ground={{ state: consultation, known, untold: untoldOf(acting), noPhone }}
      acting={acting}
      disabled={disabled}
      {...(aside !== undefined && { aside })}
      refuses={(body) => foresee(acting, { type: command, body } as Command)}
      where={{
        api: county,
        place: consultation.division,
        about: consultation.id,
        form: formOf(draft, ...Object.values(known)),
      }}
      version={consultation.version}
      onSend={async (body, key) => {
        try {
          await acting.onDone(await staffOf(county).command(consultation.id, consultation.version, command, body, key))
        } catch (failure) {
          // The page was behind: others, or the same officer in another tab, did something on it meanwhile.
          if (failure instanceof ApiFailure && failure.problem.changes !== undefined) acting.reload()
          throw failure
        }
      }}
    />
  )
}
