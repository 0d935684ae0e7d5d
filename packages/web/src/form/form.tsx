import type { Fields, Ground } from '@xieshang/rules'
import { type FocusEvent, type FormEvent, type ReactNode, useRef, useState } from 'react'
import type { Acting } from '../office/acting.ts'
import { now } from '../shared/clock.ts'
import { ProblemBox } from '../shared/parts.tsx'
import { useTexts } from '../texts/language.ts'
import { FormProvider } from './context.ts'
import { Control } from './controls.tsx'
import { KeptLine } from './draft/keptLine.tsx'
import { type DraftKey, useDraft } from './draft/useDraft.ts'
import { FieldList, shownFields } from './fieldList.tsx'
import { focusFirst, pathsLeft } from './focus.ts'
import { problemAt, problemsOf, type Refuses } from './problems.ts'
import { useSending } from './sending.ts'
import { bodyOf, draftOf, type Typed } from './values.ts'

export type FormProps = {
  readonly fields: Fields
  /** The place that it is about. */
  readonly division: string
  readonly label: string
  /** Who fills it in, where a field begins with that. */
  readonly name?: string
  /** Whether it has to wait. */
  readonly disabled?: boolean
  readonly ground?: Omit<Ground, 'now' | 'name' | 'language'>
  /** Values that it begins with, where its fields do not say so themselves. */
  readonly first?: Readonly<Record<string, unknown>>
  readonly acting?: Acting
  /** Said above the fields. */
  readonly note?: string
  /** Said below them, from what is in them. */
  readonly aside?: (body: Readonly<Record<string, unknown>>) => ReactNode
  /** What the rules would refuse, as far as a page knows. */
  readonly refuses?: Refuses
  /** Where what is typed is kept until it is sent; without it, only as long as the form is open. */
  readonly where?: DraftKey
  /** What the sending rests on beside the body: the same again carries the same key. */
  readonly version?: number
  readonly onSend: (body: Record<string, unknown>, key: string) => Promise<void>
}

const nothingKnown = { known: {} }

/**
 * Any declared fields as a form: says at each what is missing or would be refused as soon as one has been there, and at
 * the latest before anything is sent. What was sent leaves an empty form behind.
 */
export function Form(props: FormProps) {
  const [sent, setSent] = useState(0)
  return <Blank key={sent} {...props} onSent={() => setSent((before) => before + 1)} />
}

function Blank({
  fields,
  division,
  label,
  name = '',
  disabled = false,
  ground: given,
  first,
  acting,
  note,
  aside,
  where,
  ...props
}: FormProps & { onSent: () => void }) {
  const { t, language } = useTexts()
  const form = useRef<HTMLFormElement>(null)
  const [opened] = useState(() => now().toISOString())
  const ground: Ground = { ...(given ?? nothingKnown), name, language, now: opened }
  const { typed, kept, change, clear } = useDraft(where, fields)
  const [visited, setVisited] = useState<readonly string[]>([])
  const [tried, setTried] = useState(false)
  const { send, error, busy } = useSending({
    ...props,
    onSent: () => {
      clear()
      props.onSent()
    },
  })
  // What nobody touched follows what it begins with: an item that a colleague adds is there to be chosen.
  const untouched = draftOf(fields, ground, first)
  const draft = { ...untouched, ...typed }
  const set = (field: string, value: Typed) =>
    change((before) => {
      const { [field]: _before, ...others } = before
      return isSame(value, untouched[field]) ? others : { ...others, [field]: value }
    })
  const body = bodyOf(fields, draft, { ...ground, now: now().toISOString() })
  const problems = problemsOf(fields, body, language, props.refuses)
  const shown = shownFields(fields, draft, ground)
  const elsewhere = problems.find(({ path }) => !shown.includes(path.split('.')[0] ?? ''))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (problems.length > 0) focusFirst(form.current, problems)
    else void send(body)
  }
  const leave = ({ target, relatedTarget }: FocusEvent<HTMLFormElement>) => {
    const left = pathsLeft(target, relatedTarget)
    setVisited((before) => [...before, ...left.filter((path) => !before.includes(path))])
  }
  return (
    <FormProvider
      value={{
        ground,
        division,
        acting,
        draft,
        set,
        Control,
        wrongAt: (path, whole) => (tried || visited.includes(path) ? problemAt(problems, path, whole) : undefined),
      }}
    >
      <form ref={form} onSubmit={submit} onBlur={leave} noValidate className="command">
        {note !== undefined && <p className="warning">{note}</p>}
        <FieldList fields={fields} path="" draft={draft} onChange={set} />
        {aside?.(body)}
        {elsewhere !== undefined && (
          <p className="wrong">
            {elsewhere.text}
            {elsewhere.clause !== undefined && <span className="hint">{t.clause(elsewhere.clause)}</span>}
          </p>
        )}
        <ProblemBox error={error} />
        <button type="submit" className="primary" disabled={busy || disabled}>
          {busy ? t.waiting : label}
        </button>
        <KeptLine kept={kept} onClear={clear} />
      </form>
    </FormProvider>
  )
}

const isSame = (a: Typed, b: Typed | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)
