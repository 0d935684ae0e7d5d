/** From one version of what an event carries to the next. It may leave out and compute, never look anywhere else. */
export type Upcaster = (data: unknown) => unknown

/** What was written once is trusted to have the shape of its version; here is the one place that says so. */
export const from =
  <Before, After>(change: (data: Before) => After): Upcaster =>
  (data) =>
    change(data as Before)

/**
 * The versions of events by type: how what was written in version 1 becomes version 2, that version 3, and so on. A type
 * without a line is at 1. Where events are read they come through here, so that no other code knows that one was ever
 * different.
 */
export function versionsOf<T extends string>(upcasters: { readonly [type in T]?: readonly Upcaster[] }) {
  const of = (type: T): readonly Upcaster[] => upcasters[type] ?? []
  return {
    /** The version in which events of a type are written today. */
    today: (type: T): number => 1 + of(type).length,

    /**
     * What an event carries as today's code knows it.
     * @throws Error when it is of a version that is not known yet, which only an older program can meet
     */
    read(type: T, v: number, data: unknown): unknown {
      if (v > 1 + of(type).length) throw new Error(`${type} of version ${v} was written by a newer program`)
      return of(type)
        .slice(v - 1)
        .reduce((before, change) => change(before), data)
    },
  }
}
