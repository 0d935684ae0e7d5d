import type { PlaceCode } from '@xieshang/kernel'
import type { Fields, Ground } from '@xieshang/rules'
import { type FocusEvent, type FormEvent, type ReactNode, useRef, useState } from 'react'
import type { Acting } from '../office/acting.ts'
import { now } from '../shared/clock.ts'
import { ProblemBox } from '../shared/parts.tsx'
import { useTexts } from '../texts/language.ts'
import { typedOf, typedOver } from './begun.ts'
import { FormProvider } from './context.ts'
import { Control } from './controls.tsx'
import { KeptLine } from './draft/keptLine.tsx'
import { type DraftKey, useDraft } from './draft/useDraft.ts'
import { FieldList, shownFields } from './fieldList.tsx'
import { focusFirst, pathsLeft } from './focus.ts'
import { problemAt, problemsOf, type Refuses } from './problems.ts'
import { useSending } from './sending.ts'
import { bodyOf, draftOf, type Typed } from './values.ts'

type Said = Readonly<Record<string, unknown>>

export type FormProps = {
  readonly fields: Fields
  /** The place that it is about. */
  readonly division: PlaceCode
  readonly label: string
  /** Who fills it in, where a field begins with that. */
  readonly name?: string
  /** Whether it has to wait. */
  readonly disabled?: boolean
  readonly ground?: Omit<Ground, 'now' | 'name' | 'language'>
  /** Values that it begins with, where its fields do not say so themselves. */
  readonly first?: Said
  readonly acting?: Acting
  /** Said above the fields. */
  readonly note?: string
  /** Said below them, from what is in them. */
  readonly aside?: (body: Said) => ReactNode
  /** What the rules would refuse, as far as a page knows. */
  readonly refuses?: Refuses
  /** Where what is typed is kept until it is sent. */
  readonly where: DraftKey
  /** What the button says beside what is typed; and another one that says something else. */
  readonly says?: Said
  readonly or?: { readonly label: string; readonly says: Said }
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
  says = {},
  or,
  ...props
}: FormProps & { onSent: () => void }) {
  const { t, language } = useTexts()
  const form = useRef<HTMLFormElement>(null)
  const [opened] = useState(() => now().toISOString())
  const ground: Ground = { ...(given ?? nothingKnown), name, language, now: opened }
  const { typed, kept, outgrown, change, clear } = useDraft(where, fields, ground)
  const [visited, setVisited] = useState<readonly string[]>([])
  const [tried, setTried] = useState<Said>()
  const { send, error, busy } = useSending({
    ...props,
    onSent: () => {
      clear()
      props.onSent()
    },
  })
  // What nobody touched follows what it begins with: an item that a colleague adds is there to be chosen.
  const untouched = draftOf(fields, ground, first)
  const draft = typedOver(fields, untouched, typed)
  const set = (name: string, value: Typed) =>
    change(({ [name]: _before, ...others }) => {
      const own = typedOf(fields[name], untouched[name], value)
      return own === undefined ? others : { ...others, [name]: own }
    })
  const body = bodyOf(fields, draft, { ...ground, now: now().toISOString() })
  const problemsWith = (more: Said) => problemsOf(fields, { ...body, ...more }, language, props.refuses)
  const problems = problemsWith(tried ?? says)
  const shown = shownFields(fields, draft, ground)
  const elsewhere = problems.find(({ path }) => !shown.includes(path.split('.')[0] ?? ''))
  const attempt = (more: Said) => {
    setTried(more)
    const found = problemsWith(more)
    if (found.length > 0) focusFirst(form.current, found)
    else void send({ ...body, ...more })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    attempt(says)
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
        wrongAt: (path, whole) =>
          tried !== undefined || visited.includes(path) ? problemAt(problems, path, whole) : undefined,
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
        {or !== undefined && (
          <button type="button" disabled={busy || disabled} onClick={() => attempt(or.says)}>
            {or.label}
          </button>
        )}
        <KeptLine kept={kept} outgrown={outgrown} onClear={clear} />
      </form>
    </FormProvider>
  )
}
