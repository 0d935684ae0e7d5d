import { digitsOf, type PlaceCode } from '@xieshang/kernel'

/**
 * The text of a key, with its fields in braces: `{seat:4}` is a number of at least four digits, `{village:code}` the code of a
 * place, `{hash}` any text without `#`, `{sub:any}` any text, once in a template at most. Whoever writes a key and whoever reads it follow the same template.
 */
type FieldOf<F extends string> = F extends `${infer Name}:code`
  ? { readonly [K in Name]: PlaceCode }
  : F extends `${infer Name}:any`
    ? { readonly [K in Name]: string }
    : F extends `${infer Name}:${number}`
      ? { readonly [K in Name]: number }
      : { readonly [K in F]: string }

/** What stands in the fields of a template; of one without fields anything. */
export type FieldsOf<T extends string> = T extends `${string}{${infer Field}}${infer Rest}`
  ? FieldOf<Field> & FieldsOf<Rest>
  : unknown

type Given = Readonly<Record<string, string | number | undefined>>

/** A field by its name and its form: `code`, `any`, so many digits, or none. */
const fieldOf = (field: string): readonly [name: string, form: string | undefined] => {
  const [name = '', form] = field.split(':')
  return [name, form]
}

const anyCode = Object.values(digitsOf)
  .map((digits) => `\\d{${digits}}`)
  .join('|')

const patternOf = (form: string | undefined): string => {
  if (form === undefined) return '[^#]+'
  if (form === 'any') return '.+'
  return form === 'code' ? anyCode : `\\d{${form},}`
}

const isNumber = (form: string | undefined): boolean => form !== undefined && /^\d+$/.test(form)

export type Template<T extends string> = {
  readonly text: T
  /** @throws Error where a field is missing: no item lies under half a key */
  write(fields: FieldsOf<T>): string
  /** The text up to the first field that is not given. */
  begin(fields: Partial<FieldsOf<T>>): string
  /** What stands in the fields of a text; undefined where it does not follow the template. */
  read(text: string): FieldsOf<T> | undefined
}

/* @__NO_SIDE_EFFECTS__ */
export function template<const T extends string>(text: T): Template<T> {
  // Text and fields by turns, text first.
  const parts = text.split(/[{}]/)
  const fields = parts.flatMap((part, index) => (index % 2 === 1 ? [fieldOf(part)] : []))

  function begin(given: Given, whole: boolean): string {
    let written = ''
    for (const [index, part] of parts.entries()) {
      const [name, form = '0'] = fieldOf(part)
      const value = index % 2 === 1 ? given[name] : part
      if (value === undefined && whole) throw new Error(`${text} without its ${name}`)
      if (value === undefined) return written
      written += typeof value === 'number' ? String(value).padStart(Number(form), '0') : value
    }
    return written
  }

  let pattern: RegExp | undefined

  function read(key: string): FieldsOf<T> | undefined {
    // The text of our templates holds nothing that means something in a pattern.
    pattern ??= new RegExp(
      `^${parts.map((part, index) => (index % 2 === 1 ? `(${patternOf(fieldOf(part)[1])})` : part)).join('')}$`,
    )
    const found = pattern.exec(key)
    if (found === null) return undefined
    const values = fields.map(([name, form], index) => [
      name,
      isNumber(form) ? Number(found[index + 1]) : found[index + 1],
    ])
    return Object.fromEntries(values) as FieldsOf<T>
  }

  return { text, write: (given) => begin(given as Given, true), begin: (given) => begin(given as Given, false), read }
}
