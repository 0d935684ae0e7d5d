import type { Leaf } from './forms.ts'

const words: { readonly [input in Leaf['input']]?: string } = {
  line: '草稿',
  long: '写到一半的话',
  lines: '甲\n乙',
  secret: '0123456789abcdef',
  day: '2026-06-07',
  instant: '2026-06-07T09:30',
  money: '12.50',
  count: '13',
}

/** The first element of a kind, once it is there: what can be chosen comes from the county. */
async function first<E extends Element>(within: Element, selector: string): Promise<E> {
  for (let tries = 0; tries < 500; tries++) {
    const found = within.querySelector<E>(selector)
    if (found !== null) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`There is no ${selector} in ${within.outerHTML.slice(0, 400)}`)
}

/** Puts a value into a control as a keyboard does: past the library, which hears of it by the event. */
function put(control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')?.set?.call(control, value)
  control.dispatchEvent(new Event(control instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
}

/** Chooses another one than what is chosen. */
async function chooseOther(field: Element): Promise<void> {
  const select = await first<HTMLSelectElement>(field, 'select:has(option:nth-of-type(2))')
  const other = [...select.options].findLast(({ value }) => value !== '' && value !== select.value)
  put(select, other?.value ?? '')
}

async function refer(field: Element): Promise<void> {
  if (field.querySelector('fieldset.pick') !== null)
    return (await first<HTMLInputElement>(field, 'input[type=radio]')).click()
  const input = field.querySelector('input')
  return input === null ? chooseOther(field) : put(input, '01KB2T9M4Z')
}

/** Types into one field of a form, whichever kind it is of. */
export async function type(form: string, { path, input }: Leaf): Promise<void> {
  const section = await first(document.body, `[data-form="${form}"]`)
  const rows = path.slice(0, Math.max(0, path.lastIndexOf('.0.')))
  if (rows !== '' && section.querySelector(`[data-path="${path}"]`) === null)
    (await first<HTMLButtonElement>(section, `[data-path="${rows}"] > fieldset > button:last-of-type`)).click()
  const field = await first(section, `[data-path="${path}"]`)
  const typed = words[input]
  if (typed !== undefined) return put(await first<HTMLInputElement>(field, 'input, textarea'), typed)
  switch (input) {
    case 'choice':
    case 'pick':
    case 'matter':
      return chooseOther(field)
    case 'reference':
      return refer(field)
    case 'votes':
      return put(await first<HTMLInputElement>(field, 'input'), '3')
    case 'matters':
      put(await first<HTMLInputElement>(field, 'input'), '改过的名称')
      return (await first<HTMLInputElement>(field, 'input[type=checkbox]')).click()
    default:
      return (await first<HTMLInputElement>(field, 'input[type=checkbox]')).click()
  }
}
