import type { Consultation } from '@xieshang/rules'
import { type Officer, openApi } from './api.ts'

/** What a journey needs of the running city beside its public API: tokens of officers, and what the phones received. */
export type City = {
  readonly origin: string
  readonly token: (role: string, division: string, officer?: number) => Promise<string>
  /** Gives new tokens from now on, when the clock was put over the hours of the old ones. */
  readonly renew?: () => void
  /** How long a request waits for a city that is away. */
  readonly patienceMs: number
}

export type Sms = { readonly number: string; readonly text: string; readonly at: string }

/** Everything a phone received, oldest first. */
export async function messagesOf(city: City, number: string): Promise<Sms[]> {
  const { messages } = await openApi(city.origin, city.patienceMs).send<{ messages: Sms[] }>({
    method: 'GET',
    path: `/phone/messages?number=${encodeURIComponent(number)}`,
  })
  return messages.toSorted((a, b) => a.at.localeCompare(b.at))
}

/** How long is waited for what should come of itself. Where nothing but this process works at it, it comes soon. */
const patienceMs = Number(process.env.TEST_PATIENCE_MS ?? 60_000)

/** Asks again until something is there. @throws Error that says what was waited for */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  withinMs = patienceMs,
): Promise<T> {
  const until = Date.now() + withinMs
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (Date.now() >= until) throw new Error(`Waited ${withinMs / 1000} s in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
}

/** A consultation once a round of it that was closed is counted. */
export const countedRound = (reader: Officer, id: string, round: number): Promise<Consultation> =>
  eventually(`round ${round} to be counted`, async () => {
    const { consultation } = await reader.get<{ consultation: Consultation }>(`/consultations/${id}`)
    return consultation.rounds[round - 1]?.status === 'closed' ? consultation : undefined
  })
