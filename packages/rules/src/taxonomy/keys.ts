import type { Text } from '@xieshang/kernel'

/** The keys of a table of the taxonomy as a non-empty tuple, which is what a schema of its codes wants. */
export function keysOf<T extends Record<string, unknown>>(table: T): [keyof T & string, ...(keyof T & string)[]] {
  const [first, ...rest] = Object.keys(table)
  if (first === undefined) throw new Error('A table of the taxonomy is never empty')
  return [first, ...rest]
}

/** What the codes of a table are called. */
export const namesOf = <K extends string>(table: { readonly [key in K]: { readonly label: Text } }) =>
  Object.fromEntries(keysOf(table).map((key) => [key, table[key].label])) as { readonly [key in K]: Text }
