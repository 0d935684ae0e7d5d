type Registered = {
  readonly id: string
  readonly name: string
  /** The same for the same number, and says nothing of it. */
  readonly phoneMark?: string | undefined
}

export type Duplicates<P> = { readonly by: 'name' | 'phone'; readonly people: readonly P[] }

const plain = (name: string) => name.normalize('NFKC').replace(/\s/g, '').toLowerCase()

const several = <P>(groups: Map<string | undefined, P[]>): P[][] =>
  [...groups].flatMap(([key, people]) => (key === undefined || people.length < 2 ? [] : [people]))

/**
 * S3: persons of one village that may be the same: one name with several numbers or none, or one number under several
 * names, which may also be a family. In the order of the register, those by name first.
 */
export function possibleDuplicates<P extends Registered>(people: readonly P[]): Duplicates<P>[] {
  const byName = several(Map.groupBy(people, ({ name }) => plain(name)))
  const byPhone = several(Map.groupBy(people, ({ phoneMark }) => phoneMark))
  return [
    ...byName.map((group) => ({ by: 'name' as const, people: group })),
    ...byPhone.map((group) => ({ by: 'phone' as const, people: group })),
  ]
}
