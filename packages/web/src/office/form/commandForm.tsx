import { type CommandBody, type CommandType, commands } from '@xieshang/rules'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { ProblemBox } from '../../shared/parts.tsx'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may, useCommand } from '../acting.ts'
import { type FieldSpecs, firstRaw, type Values, valuesOf } from './fields.ts'
import { Input } from './input.tsx'
import { fieldOf, problemsOf } from './problems.ts'

type Props<T extends CommandType, F extends FieldSpecs> = {
  acting: Acting
  command: T
  fields: F
  body: (values: Values<F>) => CommandBody<T>
  /** What the button says; without it, the command's own name. */
  label?: string
  /** Something said beside the fields, from what is in them. */
  aside?: (values: Values<F>) => ReactNode
}

/**
 * The form of one command, from its fields: says at each field what is missing or would be refused as soon as one has
 * been there, and at the latest before sending. Whoever may not give the command does not see it.
 */
export function CommandForm<T extends CommandType, const F extends FieldSpecs>(props: Props<T, F>) {
  const [sent, setSent] = useState(0)
  return may(props.acting, props.command) ? (
    <Blank key={sent} {...props} onSent={() => setSent((before) => before + 1)} />
  ) : null
}

function Blank<T extends CommandType, F extends FieldSpecs>({
  acting,
  command,
  fields,
  body,
  label,
  aside,
  onSent,
}: Props<T, F> & { onSent: () => void }) {
  const { t, language } = useTexts()
  const { send, error, busy } = useCommand(acting)
  const formId = useId()
  const [raw, setRaw] = useState(() => firstRaw(fields))
  const [visited, setVisited] = useState<readonly string[]>([])
  const [tried, setTried] = useState(false)
  const names = Object.keys(fields)
  const values = valuesOf(fields, raw)
  const problems = problemsOf(acting, command, body(values))
  const wrongAt = (name: string) => problems.find(({ path }) => fieldOf(names, path) === name)?.text
  const elsewhere = problems.find(({ path }) => fieldOf(names, path) === undefined)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (problems.length > 0) {
      const first = names.find((name) => wrongAt(name) !== undefined)
      if (first !== undefined)
        document.getElementById(`${formId}-${first}`)?.querySelector<HTMLElement>('input,select,textarea')?.focus()
      return
    }
    void send(command, body(values)).then((done) => {
      if (done) onSent()
    })
  }
  return (
    <form onSubmit={submit} noValidate className="command">
      {names.map((name) => {
        const field = fields[name]
        if (field === undefined) return null
        return (
          <div key={name} id={`${formId}-${name}`}>
            <Input
              name={`${formId}-${name}`}
              field={field}
              raw={raw[name] ?? []}
              wrong={tried || visited.includes(name) ? wrongAt(name) : undefined}
              onChange={(change) => setRaw((before) => ({ ...before, [name]: change }))}
              onLeave={() => setVisited((before) => (before.includes(name) ? before : [...before, name]))}
            />
          </div>
        )
      })}
      {aside?.(values)}
      {elsewhere !== undefined && (
        <p className="wrong">
          {elsewhere.text}
          {elsewhere.clause !== undefined && <span className="hint">{t.clause(elsewhere.clause)}</span>}
        </p>
      )}
      <ProblemBox error={error} />
      <button type="submit" className="primary" disabled={busy}>
        {busy ? t.waiting : (label ?? commands[command].label[language])}
      </button>
    </form>
  )
}
