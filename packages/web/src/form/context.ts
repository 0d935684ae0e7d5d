import type { PlaceCode } from '@xieshang/kernel'
import type { Field, Ground } from '@xieshang/rules'
import { type ComponentType, createContext, useContext } from 'react'
import type { Acting } from '../office/acting.ts'
import type { FormProblem } from './problems.ts'
import type { Draft, Typed } from './values.ts'

/** What the fields of one form share. */
type FormContext = {
  readonly ground: Ground
  /** The place that the form is about. */
  readonly division: PlaceCode
  /** The consultation, for controls that show its people or hand in photos. */
  readonly acting?: Acting | undefined
  readonly draft: Draft
  readonly set: (name: string, typed: Typed) => void
  /** Shows any field by its kind. It comes with the form, since some controls hold fields themselves. */
  readonly Control: ComponentType<ControlProps>
  /** What is wrong with a field, once that is to be said; `whole` takes in what it holds. */
  readonly wrongAt: (path: string, whole: boolean) => FormProblem | undefined
}

const context = createContext<FormContext | undefined>(undefined)

export const FormProvider = context.Provider

export function useForm(): FormContext {
  const form = useContext(context)
  if (form === undefined) throw new Error('A field stands in a form')
  return form
}

/** What every control is given. */
export type ControlProps<F extends Field = Field> = {
  readonly field: F
  /** Where its value stands in the body: `steps.0.title`. */
  readonly path: string
  /** Of its input, or of the first one. */
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly typed: Typed | undefined
  readonly wrong: string | undefined
  /** Of the element that says what is wrong. */
  readonly wrongId: string
  readonly onChange: (typed: Typed) => void
}

export type Of<I extends Field['input']> = ControlProps<Field & { input: I }>
