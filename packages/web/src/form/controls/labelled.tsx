import type { ReactNode } from 'react'
import type { ControlProps } from '../context.ts'

/** A label with its hint, and one input below. */
export function Labelled({
  id,
  label,
  hint,
  children,
}: Pick<ControlProps, 'id' | 'label' | 'hint'> & { children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {hint !== '' && <span className="hint">{hint}</span>}
      </label>
      {children}
    </div>
  )
}

/** Several inputs under one legend. */
export function Grouped({
  label,
  hint,
  wrong,
  wrongId,
  className = 'group',
  children,
}: Pick<ControlProps, 'label' | 'hint' | 'wrong' | 'wrongId'> & { className?: string; children: ReactNode }) {
  return (
    <fieldset className={className} aria-describedby={wrong === undefined ? undefined : wrongId}>
      <legend>
        {label}
        {hint !== '' && <span className="hint">{hint}</span>}
      </legend>
      {children}
    </fieldset>
  )
}

/** What an input says to a reader of screens about itself. */
export const told = ({ field, id, wrong, wrongId }: Pick<ControlProps, 'field' | 'id' | 'wrong' | 'wrongId'>) => ({
  id,
  required: !field.optional,
  'aria-invalid': wrong !== undefined,
  'aria-describedby': wrong === undefined ? undefined : wrongId,
})
