import { type BallotChoice, type Choice, choices, keysOf } from '@xieshang/rules'

const letters = { yes: 'y', no: 'n', abstain: 'a' } as const satisfies Record<Choice, string>
const choiceOf = new Map(keysOf(choices).map((choice) => [letters[choice] as string, choice]))

type Written = { readonly c: string; readonly w?: Readonly<Record<string, string>> }

/**
 * A ballot as one text: a letter for each item in the order of the shape, and the words by item. The same ballot is the
 * same text, whatever order its choices came in.
 */
export function ballotText(items: readonly number[], cast: readonly BallotChoice[]): string {
  const byItem = new Map(cast.map((one) => [one.item, one]))
  const c = items.map((item) => letters[byItem.get(item)?.choice ?? 'abstain']).join('')
  const words = items.flatMap((item) => {
    const said = byItem.get(item)?.words ?? ''
    return said === '' ? [] : [[String(item), said] as const]
  })
  return JSON.stringify({ c, ...(words.length > 0 && { w: Object.fromEntries(words) }) } satisfies Written)
}

/** The choices that a text says. */
export function choicesFrom(items: readonly number[], text: string): BallotChoice[] {
  const { c, w = {} } = JSON.parse(text) as Written
  return items.map((item, index) => {
    const choice = choiceOf.get(c[index] ?? '')
    if (choice === undefined) throw new Error('Not a ballot on these items')
    const words = w[String(item)]
    return { item, choice, ...(words !== undefined && { words }) }
  })
}
