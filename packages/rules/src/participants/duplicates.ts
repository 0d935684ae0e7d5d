type Registered = { readonly id: string; readonly name: string; readonly phone?: string | undefined }

const plain = (name: string) => name.normalize('NFKC').replace(/\s/g, '').toLowerCase()

/**
 * Persons of one village that may be the same: the same name with another number, or with none. A family that shares a
 * number has as many names as persons, and is no duplicate. In the order of the register.
 */
export function possibleDuplicates<P extends Registered>(people: readonly P[]): P[][] {
  const byName = new Map<string, P[]>()
  for (const person of people) byName.set(plain(person.name), [...(byName.get(plain(person.name)) ?? []), person])
  return [...byName.values()].filter((group) => group.length > 1)
}
