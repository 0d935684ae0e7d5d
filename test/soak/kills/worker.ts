import { childrenOf } from '@xieshang/divisions'
import type { Choice, Consultation } from '@xieshang/rules'
import type { City } from '../../journey/city.ts'
import { eventually, messagesOf } from '../../journey/city.ts'
import { type Book, type CaseBook, type Cast, toDoor } from './book.ts'
import { type Answered, type Client, openClient } from './client.ts'

type Worker = {
  readonly city: City
  readonly county: string
  /** Tells the workers of a county apart. */
  readonly number: number
  readonly book: Book
  readonly chance: () => number
  readonly goOn: () => boolean
  readonly say: (line: string) => void
}

type SeatView = { readonly seat: number; readonly name: string; readonly votes: boolean; readonly sms: string }

const residents = 6
const choices: readonly Choice[] = ['yes', 'no', 'abstain']
const longMs = 600_000
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
const tokenIn = (text: string) => /\/r\/\d{6}\/([A-Za-z0-9_-]+)/.exec(text)?.[1]

/** One consultation after another in a village of its own, until it is told to stop. @throws Error when one cannot go on */
export async function work(worker: Worker): Promise<void> {
  const villages = childrenOf(worker.county).flatMap(({ code }) => childrenOf(code).map((village) => village.code))
  for (let turn = 0; worker.goOn(); turn++) {
    const village = villages[worker.number * 40 + turn]
    if (village === undefined) throw new Error('There are no more villages')
    await consult(worker, village, turn)
  }
}

function expectStatus(what: string, answer: Answered, ...wanted: readonly number[]): void {
  if (!wanted.includes(answer.status)) throw new Error(`${what} → ${answer.status} ${JSON.stringify(answer.body)}`)
}

async function consult(worker: Worker, village: string, turn: number): Promise<void> {
  const { city, county, book, chance } = worker
  const ask = openClient(`${city.origin}/api/${county}`, book)
  const token = await city.token('village', village)
  const series = `${county.slice(4)}${worker.number}${String(turn).padStart(3, '0')}`
  const people = ['书记', '主任', ...Array.from({ length: residents }, (_, at) => `居民${at + 1}`)].map((name, at) => ({
    name: `${name}${series}`,
    // The last resident has no phone and is told at the door.
    phone: at === residents + 1 ? '' : `13${series}${String(at).padStart(3, '0')}`,
    kind: at === 0 ? '党员代表,村（社区）党组织' : at === 1 ? '居民代表,村（居）民委员会' : '居民代表,当地居民',
  }))
  const csv = ['姓名,手机号,类别,主体类型', ...people.map(({ name, phone, kind }) => `${name},${phone},${kind}`)].join(
    '\n',
  )
  expectStatus('import', await ask({ method: 'POST', path: `/villages/${village}/people/import`, csv, token }), 200)

  const title = `第${series}次协商`
  const proposed = await ask({
    method: 'POST',
    path: '/consultations',
    token,
    body: {
      division: village,
      title,
      description: '请大家一起商量。',
      matter: 'M5.1',
      publicInterest: true,
      proposers: [{ kind: 'committee', name: '村民委员会' }],
    },
  })
  expectStatus('propose', proposed, 201)
  const { id } = (proposed.body as { consultation: Consultation }).consultation
  const own: CaseBook = {
    id,
    village,
    title,
    names: people.map(({ name }) => name),
    phones: new Map(people.flatMap(({ phone }, at) => (phone === '' ? [] : [[at + 1, `+86${phone}`]]))),
    links: new Map(),
    visited: new Set(),
    secrecy: chance() < 0.5 ? 'named' : 'secret',
    events: ['TopicProposed'],
    opinions: [],
    answers: [],
    replies: new Map(),
    cast: [],
    refused: 0,
    finished: false,
  }
  book.cases.push(own)
  const give = commander(ask, token, own)

  await give('register-topic', 'TopicRegistered', { party: '书记', committee: '主任' })
  const register = await ask({ path: `/villages/${village}/people?limit=200`, token })
  const known = (register.body as { people: { id: string; name: string; category: string; class: string }[] }).people
  await give('fix-participants', 'ParticipantsFixed', {
    basis: { nature: '公共事务', interests: '全体居民', complexity: '一般', scope: '全村' },
    seats: own.names.map((name) => {
      const person = known.find((one) => one.name === name)
      if (person === undefined) throw new Error(`${name} was imported and is not on the register`)
      return { person: person.id, category: person.category, class: person.class }
    }),
  })
  await give('issue-notice', 'NoticeIssued', {
    text: '请大家一起商量。',
    materials: [{ title: '方案', text: '方案全文' }],
    meeting: { at: inHours(3), place: '会议室' },
    opinionsUntil: inHours(2),
    channels: ['sms', 'website'],
  })
  book.moments.emit('outgoing')
  const seats = await told(ask, token, id)
  const links = await linksOf(city, own)
  for (const [seat, link] of links) own.links.set(seat, link)
  const missed = seats.filter(({ seat }) => !links.has(seat))
  for (const { seat, sms } of missed.filter((one) => own.phones.has(one.seat))) {
    if (!toDoor.includes(sms)) throw new Error(`${title}: seat ${seat} has no message, and its SMS is ${sms}`)
    own.visited.add(seat)
  }
  const atDoor = missed.map(({ seat }) => seat)
  await give('record-telling', 'TellingRecorded', {
    seats: atDoor,
    channel: 'door',
    toldAt: new Date().toISOString(),
    teller: '网格员',
    note: '',
  })
  await Promise.all([...links].map(([seat, link]) => reply(ask, own, seat, link, chance())))
  await answer(ask, token, own, give)
  await give('choose-forms', 'FormsChosen', { forms: ['meeting', 'online'] })
  for (const item of [1, 2])
    await give('add-item', 'ItemAdded', {
      title: `第${item}条`,
      aspects: { problem: '路灯不亮', manifestation: '', impact: '', cause: '', solution: '更换', cautions: '' },
    })
  await give('open-round', 'RoundOpened', { method: 'online', secrecy: own.secrecy, items: [1, 2] })
  book.moments.emit('outgoing')
  const voting = seats.filter(({ votes }) => votes).map(({ seat }) => seat)
  const casting = [...links]
    .filter(([seat]) => voting.includes(seat))
    .map(([seat, link]) => vote(ask, own, seat, link, chance))
  // Sometimes the round is closed while some still vote.
  const before = chance() < 0.6 ? casting.length : Math.floor(chance() * casting.length)
  await Promise.all(casting.slice(0, before))
  await give('close-round', 'RoundClosing', { round: 1 })
  await Promise.all(casting)
  await eventually(
    `the count of ${id}`,
    async () => {
      const { body } = await ask({ path: `/consultations/${id}`, token })
      return (body as { consultation: Consultation }).consultation.rounds[0]?.status === 'closed' ? true : undefined
    },
    longMs,
  )
  own.finished = true
  worker.say(`${title}: ${own.cast.length} ballots ${own.secrecy}, ${own.refused} refused`)
}

type Give = (command: string, event: string, body: unknown) => Promise<void>

/** Commands of the only officer there is, each on the version just read. */
const commander =
  (ask: Client, token: string, own: CaseBook): Give =>
  async (command, event, body) => {
    for (let tries = 1; ; tries++) {
      const { body: seen } = await ask({ path: `/consultations/${own.id}`, token })
      const { version } = (seen as { consultation: Consultation }).consultation
      const path = `/consultations/${own.id}/${command}`
      const given = await ask({ method: 'POST', path, token, body, ifMatch: version })
      if (given.status < 300) {
        own.events.push(event)
        return
      }
      // Something in the background went before, or a message is not yet known to have come.
      if (!(given.status === 422 && given.body.code === 'seatsUntold') && (given.body.code !== 'changed' || tries >= 5))
        expectStatus(command, given, 200)
      if (tries >= 300) expectStatus(command, given, 200)
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }

/** Waits until no SMS of the notice is under way any more. */
const told = (ask: Client, token: string, id: string): Promise<readonly SeatView[]> =>
  eventually(
    `the messages of ${id}`,
    async () => {
      const { body } = await ask({ path: `/consultations/${id}/seats`, token })
      const { seats } = body as { seats: SeatView[] }
      return seats.length === residents + 2 && seats.every(({ sms }) => sms !== 'waiting') ? seats : undefined
    },
    longMs,
  )

async function linksOf(city: City, own: CaseBook): Promise<Map<number, string>> {
  const found = new Map<number, string>()
  for (const [seat, phone] of own.phones) {
    const messages = await messagesOf(city, phone)
    const link = messages.map(({ text }) => tokenIn(text)).find((one) => one !== undefined)
    if (link !== undefined) found.set(seat, link)
  }
  return found
}

async function reply(ask: Client, own: CaseBook, seat: number, link: string, by: number): Promise<void> {
  expectStatus('link', await ask({ path: `/links/${link}` }), 200)
  const coming = by < 0.8
  expectStatus('reply', await ask({ method: 'PUT', path: `/links/${link}/reply`, body: { coming } }), 200)
  own.replies.set(seat, coming ? 'coming' : 'notComing')
  if (by < 0.4) return
  const text = `第${seat}席的意见，${own.title}`
  expectStatus('opinion', await ask({ method: 'POST', path: `/links/${link}/opinions`, body: { text } }), 200, 201)
  own.opinions.push(text)
}

async function answer(ask: Client, token: string, own: CaseBook, give: Give): Promise<void> {
  const { body } = await ask({ path: `/consultations/${own.id}/opinions`, token })
  for (const { id, text } of (body as { opinions: { id: string; text: string }[] }).opinions) {
    const words = `已收到：${text}`
    await give('answer-opinion', 'OpinionAnswered', { opinion: id, text: words })
    own.answers.push(words)
  }
}

type Ballot = { readonly round: number; readonly shape: string; readonly ballot: 'preparing' | 'open' | 'cast' }

/** A ballot by a personal link. Nothing else of the voter's is sent than what stands in the link's own view. */
async function vote(ask: Client, own: CaseBook, seat: number, link: string, chance: () => number): Promise<void> {
  // A city that was killed before it made the ballots makes them when it is back; the page looks again until then.
  const looked = await eventually(
    `the ballot of seat ${seat}`,
    async () => {
      const { round } = (await ask({ path: `/links/${link}` })).body as { round?: Ballot }
      return round?.ballot === 'preparing' ? undefined : { round }
    },
    longMs,
  )
  const { round } = looked
  if (round === undefined) {
    own.refused++
    return
  }
  const chosen: Cast['choices'] = [1, 2].map((item) => ({ item, choice: choices[Math.floor(chance() * 3)] ?? 'yes' }))
  const body = { round: round.round, shape: round.shape, choices: chosen }
  const answered = await ask({ method: 'POST', path: `/links/${link}/ballot`, body })
  if (answered.status < 300) own.cast.push({ seat, choices: chosen })
  else if (answered.body.code === 'roundClosed') own.refused++
  else expectStatus('ballot', answered, 201)
}
