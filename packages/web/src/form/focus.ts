import { type FormProblem, problemAt } from './problems.ts'

/** The fields that the focus has left, those around it among them. */
export function pathsLeft(from: EventTarget & Element, to: Element | null): string[] {
  const field = from.closest<HTMLElement>('[data-path]')
  if (field === null || field.contains(to)) return []
  const around = field.parentElement
  return [field.dataset.path ?? '', ...(around === null ? [] : pathsLeft(around, to))]
}

/** Leads to the first field that something is wrong with. */
export function focusFirst(form: HTMLFormElement | null, problems: readonly FormProblem[]): void {
  const parts = [...(form?.querySelectorAll<HTMLElement>('[data-path]') ?? [])]
  const wrong = parts.find(
    ({ dataset }) => problemAt(problems, dataset.path ?? '', dataset.whole === 'true') !== undefined,
  )
  wrong?.querySelector<HTMLElement>('input,select,textarea,button')?.focus()
}
