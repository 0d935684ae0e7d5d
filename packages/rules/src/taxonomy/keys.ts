/** The keys of a table of the taxonomy as a non-empty tuple, which is what a schema of its codes wants. */
export function keysOf<T extends Record<string, unknown>>(table: T): [keyof T & string, ...(keyof T & string)[]] {
  const [first, ...rest] = Object.keys(table)
  if (first === undefined) throw new Error('A table of the taxonomy is never empty')
  return [first, ...rest]
}
