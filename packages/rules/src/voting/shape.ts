import * as z from 'zod'

/** What the ballot of a round asks for. */
export type BallotShape = {
  /** Items in their order; each wants one choice. */
  readonly items: readonly number[]
  /** The public key that a secret round's ballots are sealed to, as base64url. */
  readonly seal?: string | undefined
}

/**
 * P6a: a ballot's shape as one text, `1:1,2,3` and in a secret round `1:1,2,3:KEY`; the first number is the version of
 * the shape. It stands on the ballot item, the request repeats it, and casting is on the condition that they are the same:
 * so a page that is out of date casts nothing, and casting reads nothing.
 */
export const shapeText = ({ items, seal }: BallotShape): string =>
  `1:${items.join()}${seal === undefined ? '' : `:${seal}`}`

const written = /^1:(\d{1,3}(?:,\d{1,3}){0,99})(?::([\w-]{43}))?$/

export const shapeSchema = z.string().max(600).regex(written)

/** The shape that a text says. @throws Error when the text is none, which its schema has refused before */
export function shapeFrom(text: string): BallotShape {
  const [, items = '', seal] = written.exec(text) ?? []
  if (items === '') throw new Error('Not the shape of a ballot')
  return { items: items.split(',').map(Number), seal }
}
