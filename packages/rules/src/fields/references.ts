import type { Fields } from './field.ts'

/** Every reference to a consultation among the values, with the path of its field. */
export function consultationsIn(fields: Fields, values: Readonly<Record<string, unknown>>): Map<string, string> {
  const found = new Map<string, string>()
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name]
    if (field.input === 'reference' && field.to === 'consultation' && typeof value === 'string') found.set(value, name)
    if (field.input === 'rows' && Array.isArray(value))
      for (const [index, row] of value.entries())
        for (const [id, path] of consultationsIn(field.of, row as Record<string, unknown>))
          found.set(id, `${name}.${index}.${path}`)
  }
  return found
}
