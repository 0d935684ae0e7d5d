import type { Places } from '@xieshang/kernel'
import type { Shown } from '@xieshang/rules'

/** What an entry shows, with the names of the places that it gives by their codes. */
export const withNames = ({ facts, ...shown }: Shown, places: Places) => ({
  ...shown,
  facts: facts.map(({ label, value, words, division }) => ({
    label,
    ...(words !== undefined && { words }),
    value: division === true ? places.nameOf(value) : value,
  })),
})
