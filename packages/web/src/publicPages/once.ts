import { ApiFailure, isAnswered, newKey } from '../shared/problem.ts'

/**
 * Sends what may stand only once and cannot be looked up before it was answered. Every wording that went without an
 * answer goes under one key, so that the county keeps the first that arrived and refuses the others: the refusal is the
 * answer to what became of it, and the earlier wording, sent once more, gets the answer that was lost.
 */
export function createOnce<C, A>(
  send: (content: C, key: string) => Promise<A>,
  keyOf: () => string = newKey,
): (content: C) => Promise<{ readonly answer: A; readonly content: C }> {
  let key = keyOf()
  let unanswered: readonly C[] = []

  async function earlier(): Promise<{ answer: A; content: C } | undefined> {
    for (const content of unanswered) {
      const answer = await send(content, key).catch((error: unknown) => {
        if (isReused(error)) return undefined
        throw error
      })
      if (answer !== undefined) return { answer, content }
    }
    return undefined
  }

  return async (content) => {
    try {
      return { answer: await send(content, key), content }
    } catch (error) {
      if (!isAnswered(error)) unanswered = [...unanswered, content]
      if (!isReused(error)) throw error
      const found = await earlier()
      if (found !== undefined) return found
      // Somebody else's: a key of chance does not meet another, but a kept one may have gone round.
      key = keyOf()
      unanswered = []
      return { answer: await send(content, key), content }
    }
  }
}

const isReused = (error: unknown): boolean => error instanceof ApiFailure && error.problem.code === 'keyReused'
