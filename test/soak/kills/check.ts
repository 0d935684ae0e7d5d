import type { Consultation, Figures } from '@xieshang/rules'
import type { City } from '../../journey/city.ts'
import { eventually, messagesOf } from '../../journey/city.ts'
import { type Book, type CaseBook, openBook, toDoor } from './book.ts'
import { type Client, openClient } from './client.ts'

export type Found = {
  /** What was acknowledged and does not stand, or stands twice; empty when all holds. */
  readonly wrong: string[]
  /** Messages of which nobody knows whether the phone got them: each seat is on a list. */
  readonly uncertain: string[]
  readonly sms: { due: number; received: number; doubled: number }
}

type SeatView = { readonly seat: number; readonly sms: string; readonly votes: boolean }

const sorted = (all: readonly unknown[]) => JSON.stringify(all.map((one) => JSON.stringify(one)).toSorted())

/** Everything of a list, page by page. */
async function all<T>(ask: Client, path: string, token: string, name: string): Promise<T[]> {
  const found: T[] = []
  for (let cursor = ''; ; ) {
    const and = path.includes('?') ? '&' : '?'
    const { body } = await ask({
      path: `${path}${cursor === '' ? '' : `${and}cursor=${encodeURIComponent(cursor)}`}`,
      token,
    })
    found.push(...(body[name] as T[]))
    if (typeof body.cursor !== 'string') return found
    cursor = body.cursor
  }
}

/** Compares everything that was acknowledged with what stands, over the API, and with what the phones got. */
export async function check(city: City, book: Book): Promise<Found> {
  const found: Found = { wrong: [], uncertain: [], sms: { due: 0, received: 0, doubled: 0 } }
  for (const one of book.cases) await checkCase(city, one, found)
  await checkFigures(city, book, found)
  const links = linksIn(book)
  if (new Set(links).size < links.length) found.wrong.push('two phones got the same personal link')
  return found
}

/** Every personal link that a phone got. */
export const linksIn = ({ cases }: Book): string[] => cases.flatMap(({ links }) => [...links.values()])

async function checkCase(city: City, own: CaseBook, found: Found): Promise<void> {
  const ask = openClient(`${city.origin}/api/${own.village.slice(0, 6)}`, openBook())
  const token = await city.token('village', own.village)
  const wrong = (what: string) => found.wrong.push(`${own.title} (${own.secrecy}): ${what}`)
  if (!own.finished) wrong('did not come to its end')

  const events = await all<{ number: number; type: string }>(ask, `/consultations/${own.id}/events`, token, 'events')
  const numbers = events.map(({ number }) => number).toSorted((a, b) => a - b)
  if (numbers.some((number, at) => number !== at + 1)) wrong(`the events have gaps: ${numbers.join()}`)
  for (const type of new Set(own.events)) {
    const count = (list: readonly { readonly type: string }[]) => list.filter((event) => event.type === type).length
    const wanted = count(own.events.map((name) => ({ type: name })))
    if (count(events) !== wanted) wrong(`${type} was acknowledged ${wanted} times and stands ${count(events)} times`)
  }

  const opinions = await all<{ text: string; answer?: { text: string } }>(
    ask,
    `/consultations/${own.id}/opinions`,
    token,
    'opinions',
  )
  if (sorted(opinions.map(({ text }) => text)) !== sorted(own.opinions))
    wrong(`${own.opinions.length} opinions were acknowledged, ${opinions.length} stand`)
  if (sorted(opinions.flatMap((one) => one.answer?.text ?? [])) !== sorted(own.answers))
    wrong('answers to opinions differ')

  const people = await all<{ name: string }>(ask, `/villages/${own.village}/people?limit=200`, token, 'people')
  for (const name of own.names) {
    const times = people.filter((person) => person.name === name).length
    if (times !== 1) wrong(`${name} was imported once and is on the register ${times} times`)
  }

  const { body } = await ask({ path: `/consultations/${own.id}`, token })
  const { rounds } = (body as { consultation: Consultation }).consultation
  for (const item of [1, 2]) {
    const tally = rounds[0]?.tally?.items.find((one) => one.item === item)
    const counted = (['yes', 'no', 'abstain'] as const).map(
      (choice) => own.cast.filter(({ choices }) => choices.some((c) => c.item === item && c.choice === choice)).length,
    )
    const stands = tally === undefined ? undefined : [tally.yes, tally.no, tally.abstain]
    if (JSON.stringify(stands) !== JSON.stringify(counted))
      wrong(`item ${item}: ${counted.join(':')} were acknowledged, ${stands?.join(':')} were counted`)
  }
  await checkPhones(city, own, ask, token, found)
}

/** What a sender that was killed held may be taken up again only after its lease, and once more after the next kill. */
const mostLateMs = 420_000

type PhoneState = {
  readonly seat: number
  readonly due: number
  readonly texts: readonly string[]
  readonly sms: string
}

async function phoneStates(city: City, own: CaseBook, ask: Client, token: string): Promise<PhoneState[]> {
  const seats = await all<SeatView>(ask, `/consultations/${own.id}/seats`, token, 'seats')
  return Promise.all(
    [...own.phones].map(async ([seat, phone]) => {
      const view = seats.find((one) => one.seat === seat)
      const messages = await messagesOf(city, phone)
      const texts = messages.map(({ text }) => text).filter((text) => text.includes(own.title))
      // Whoever was told of the notice at the door has only the vote's message to come.
      const due = (view?.votes === false ? 1 : 2) - (own.visited.has(seat) ? 1 : 0)
      return { seat, due, texts, sms: view?.sms ?? 'no seat' }
    }),
  )
}

/** Each phone got each text once; where that is not known, its seat says so and stands on the list of those to be visited. */
async function checkPhones(city: City, own: CaseBook, ask: Client, token: string, found: Found): Promise<void> {
  const until = Date.now() + mostLateMs
  let states = await phoneStates(city, own, ask, token)
  const open = ({ texts, due, sms }: PhoneState) => new Set(texts).size < due && !toDoor.includes(sms)
  while (states.some(open) && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    states = await phoneStates(city, own, ask, token)
  }
  for (const { seat, due, texts, sms } of states) {
    const different = new Set(texts).size
    const visited = own.visited.has(seat)
    if (visited) found.uncertain.push(`${own.title}, seat ${seat}: its notice was told at the door`)
    found.sms.due += due + (visited ? 1 : 0)
    found.sms.received += texts.length
    found.sms.doubled += texts.length - different
    const link = own.links.get(seat)
    const foreign = link !== undefined && texts.some((text) => text.includes('/r/') && !text.includes(link))
    if (foreign) found.wrong.push(`${own.title}, seat ${seat}: a message held another link than the first`)
    const name = `${own.title}, seat ${seat}: ${different} of ${due} messages came, the seat says ${sms}`
    if (texts.length > different) found.wrong.push(`${name}; ${texts.length - different} came twice`)
    if (different === due) continue
    if (toDoor.includes(sms)) found.uncertain.push(name)
    else found.wrong.push(name)
  }
}

/** The city's figures of each village, once they stand still. */
async function checkFigures(city: City, book: Book, found: Found): Promise<void> {
  const ask = openClient(`${city.origin}/api/city`, openBook())
  const token = await city.token('city', '3311')
  for (const own of book.cases) {
    const wanted = {
      consultations: 1,
      participants: own.names.length,
      opinions: own.opinions.length,
      ballots: own.cast.length,
    }
    let seen: Partial<Figures> = {}
    const same = eventually(
      'the figures',
      async () => {
        const { body } = await ask({ path: `/dashboard/${own.village}`, token })
        seen = (body as { figures: Figures }).figures
        return Object.entries(wanted).every(([name, value]) => Reflect.get(seen, name) === value) ? true : undefined
      },
      30_000,
    )
    await same.catch(() =>
      found.wrong.push(
        `${own.title}: the dashboard says ${Object.keys(wanted).map((name) => `${name} ${Reflect.get(seen, name)}`)} instead of ${JSON.stringify(wanted)}`,
      ),
    )
  }
}
