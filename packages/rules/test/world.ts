import { atLevel, placeCodeOf } from '@xieshang/kernel'
import { commands, decide, proposeTopic } from '../src/deciding.ts'
import {
  type Actor,
  type BallotFact,
  type ClosedRound,
  type Command,
  type CommandBody,
  type CommandType,
  type Consultation,
  type ConsultationEvent,
  type Context,
  type CountedBallot,
  type Decision,
  type Dissent,
  defaultParameters,
  evolve,
  type ListedSeat,
  type PaperBallot,
  type Parameters,
  type PersonFact,
  type ProposeTopic,
  seatsIn,
  seatsOf,
  versionOf,
  withoutTask,
} from '../src/index.ts'
import { checkRefusal } from './shapes.ts'

export const village = placeCodeOf('331102001001')
export const officer: Actor = { sub: 'officer-1', name: '陈主任', role: 'village', division: village }
export const secondOfficer: Actor = { ...officer, sub: 'officer-2', name: '李会计' }
export const township: Actor = {
  sub: 'officer-3',
  name: '乡镇经办人',
  role: 'township',
  division: atLevel(village, 'township'),
}
export const supervisor: Actor = { ...officer, sub: 'officer-4', name: '监委会主任', role: 'supervisor' }
export const system: Actor = { sub: 'system', name: '系统', role: 'system', division: atLevel(village, 'county') }

export const topic: ProposeTopic = {
  division: village,
  title: '文化礼堂修缮',
  description: '屋顶漏水，需要修缮。',
  matter: 'M5.1',
  publicInterest: true,
  proposers: [{ kind: 'committee', name: '村委会' }],
}

/** The public key of a secret round. */
export const seal = 'A'.repeat(43)

export const basis = { nature: '公共设施', interests: '全体村民', complexity: '一般', scope: '全村' }

export type Seat = NonNullable<CommandBody<'fixParticipants'>['seats']>[number]

/** A list as S1 asks for it: the party organisation, the committee, and residents up to `size` seats. */
export const usualSeats = (size: number): Seat[] =>
  Array.from({ length: size }, (_, index) => ({
    person: `p${index + 1}`,
    category: index === 0 ? 'partyMember' : 'resident',
    class: index === 0 ? 'partyOrganisation' : index === 1 ? 'committee' : 'localResident',
  }))

export const aspects = { problem: '漏水', manifestation: '', impact: '', cause: '', solution: '翻修', cautions: '' }

const usual = { category: 'resident', class: 'localResident', phone: true } as const

/** One consultation in memory, with what the store would know: the register, who is told, and the ballots. */
export class World {
  /** Who acts where a test names nobody. */
  officer: Actor = officer
  readonly events: ConsultationEvent[] = []
  readonly people = new Map<string, PersonFact>()
  readonly told = new Set<number>()
  /** The seats as the store would have made them. */
  seats: readonly ListedSeat[] = []
  ballotSeats: BallotFact[] = []
  ballots: CountedBallot[] = []
  followed: Context['followed']
  now = '2026-03-01T08:00:00.000Z'
  /** Whether the photos that commands name were handed in. */
  photoExists = true
  /** Whether the opinions that commands name were left, and as feedback. */
  opinionExists = true
  opinionIsFeedback = false
  /** What residents wrote that nobody has answered. */
  unanswered = { opinions: 0, feedback: 0 }
  /** What closed rounds left beside their events, and the opposing opinions, as the store keeps them. */
  readonly closed: ClosedRound[] = []
  readonly dissents: Dissent[] = []
  papers: readonly PaperBallot[] = []

  readonly parameters: Parameters

  constructor(parameters: Parameters = defaultParameters) {
    this.parameters = parameters
    for (let index = 1; index <= 60; index++)
      this.people.set(`p${index}`, { name: `居民${index}`, division: village, ...usual })
    this.people.set('outsider', { name: '外村人', division: placeCodeOf('331102001002'), ...usual })
  }

  private head: Consultation | undefined

  get state(): Consultation {
    if (this.head === undefined) throw new Error('Nothing was proposed')
    return this.head
  }

  /** @param body of the command, which may name an opinion */
  private context(actor: Actor, body: object = {}): Context {
    const opinion = 'opinion' in body ? body.opinion : undefined
    const listed = this.events.length === 0 ? 0 : (this.state.list?.listed ?? 0)
    return {
      now: this.now,
      actor,
      parameters: this.parameters,
      people: this.people,
      pages: ['hash of the first page'],
      seats: Array.from({ length: listed }, (_, index) => ({ seat: index + 1, told: this.told.has(index + 1) })),
      ballotSeats: this.ballotSeats,
      ballots: this.ballots,
      opinionExists: this.opinionExists,
      opinionAnswered: this.events.some(({ type, data }) => type === 'OpinionAnswered' && data.opinion === opinion),
      opinionIsFeedback: this.opinionIsFeedback,
      photoExists: this.photoExists,
      papers: this.papers,
      unanswered: this.unanswered,
      seal,
    }
  }

  private keepClosed(closed: ClosedRound): void {
    this.closed.push(closed)
    for (const said of closed.dissents) this.dissents.push({ dissent: this.dissents.length + 1, ...said, at: this.now })
  }

  private keepExplained(dissent: number, text: string, { name }: Actor): void {
    const at = this.dissents.findIndex((one) => one.dissent === dissent)
    const explained = this.dissents[at]
    if (explained !== undefined) this.dissents[at] = { ...explained, explanation: { at: this.now, by: { name }, text } }
  }

  private keep(decision: Decision, by: Actor): Decision {
    if (decision.kind === 'refused') checkRefusal(decision.refusal)
    if (decision.kind === 'accepted') {
      if (decision.events.some(({ type }) => type === 'PapersEntered')) this.papers = decision.papers ?? []
      if (decision.closed !== undefined) this.keepClosed(decision.closed)
      for (const event of decision.events) {
        const number = this.events.length + 1
        const kept = {
          ...event,
          consultation: 'C1',
          number,
          v: versionOf(event.type),
          at: this.now,
          by,
        } as ConsultationEvent
        this.events.push(kept)
        this.head = evolve(this.head, kept)
        if (event.type === 'DissentRecorded') this.dissents.push({ ...event.data, at: this.now })
        if (event.type === 'DissentExplained') this.keepExplained(event.data.dissent, event.data.text, by)
        if (event.type === 'TellingRecorded') for (const seat of seatsIn(event.data.seats)) this.told.add(seat)
      }
    }
    return decision
  }

  propose(fields: Partial<ProposeTopic> = {}, actor: Actor = officer): Decision {
    const context = { ...this.context(actor), followed: this.followed }
    return this.keep(proposeTopic({ ...topic, ...fields }, context), actor)
  }

  /** Gives a command as it comes over the API, checked by its schema. */
  run<T extends CommandType>(type: T, body: unknown, actor: Actor = this.officer): Decision {
    const command = { type, body: commands[type].schema.parse(body) } as Command
    const before = this.state
    const decision = this.keep(decide(before, command, this.context(actor, command.body)), actor)
    if (command.type === 'fixParticipants' && decision.kind === 'accepted') {
      const seats = seatsOf(before, command.body, this.people)
      if (!('clause' in seats)) this.seats = seats
    }
    return decision
  }

  /** The same, for steps that a test takes for granted. */
  done<T extends CommandType>(type: T, body: unknown, actor: Actor = this.officer): Consultation {
    const decision = this.run(type, body, actor)
    if (decision.kind === 'refused') throw new Error(`${type}: ${JSON.stringify(decision.refusal)}`)
    return this.state
  }

  listed(seats: readonly Seat[] = usualSeats(6), exception?: string): this {
    this.propose()
    this.done('registerTopic', { party: '书记', committee: '主任' })
    this.done('fixParticipants', { basis, seats, ...(exception !== undefined && { exception }) })
    return this
  }

  notified(seats?: readonly Seat[]): this {
    this.listed(seats)
    this.done('issueNotice', noticeAt(this.now))
    return this
  }

  /** Everybody told, a form chosen, items entered. */
  ready(size = 6, items = 1, seats: readonly Seat[] = usualSeats(size)): this {
    this.notified(seats)
    this.done('recordTelling', {
      seats: seats.map((_, index) => index + 1),
      channel: 'door',
      toldAt: this.now,
      teller: '网格员',
    })
    this.done('chooseForms', { forms: ['meeting'] })
    for (let item = 1; item <= items; item++) this.done('addItem', { title: `第${item}条`, aspects })
    return this
  }

  /** A session sits with these seats present. */
  sitting(present: number | readonly number[]): this {
    this.done('openSession', { kind: 'council', place: '会议室', host: '书记', recorder: '文书' })
    const seats = typeof present === 'number' ? Array.from({ length: present }, (_, index) => index + 1) : present
    this.done('takeAttendance', { session: this.state.sessions.length, present: seats })
    return this
  }

  /** A show of hands on these items, entered and confirmed. */
  hands(counts: CommandBody<'enterHands'>['counts']): this {
    this.done('openRound', { method: 'hands', items: counts.map(({ item }) => item) })
    const round = this.state.rounds.length
    this.done('enterHands', { round, counts })
    this.done('confirmHands', { round, counts }, secondOfficer)
    return this
  }

  /** Decided in one session and filed with the township; every item passes but those named. */
  filed(items = 1, failing: readonly number[] = []): this {
    this.ready(6, items).sitting(6)
    this.hands(
      Array.from({ length: items }, (_, index) =>
        failing.includes(index + 1)
          ? { item: index + 1, yes: 1, no: 5, abstain: 0 }
          : { item: index + 1, yes: 6, no: 0, abstain: 0 },
      ),
    )
    this.done('closeSession', { session: 1 })
    this.done('fileRecord', { bodies: [{ body: 'township', name: '街道办' }] })
    return this
  }

  published(items = 1): this {
    this.filed(items)
    this.done('answerFiling', { body: 0, result: 'acknowledged' }, township)
    this.done('publishOutcome', { channels: ['website'], text: '公示' })
    return this
  }

  /** Nothing is owed any more: what passed needs no task, and the publication is over. */
  settled(): this {
    for (const item of withoutTask(this.state)) this.done('waiveTask', { item, reason: '只是表明意见' })
    this.done('reportToSupervisors', { text: '已经落实' })
    const until = this.state.publications.at(-1)?.until
    if (until !== undefined && until > this.now) this.now = until
    return this
  }

  archived(): this {
    this.settled()
    this.done('closeCase', { summary: '全部落实' })
    return this
  }

  /** P11a: as the store does it when another consultation follows this one. */
  takenUp(): void {
    const data = { consultation: 'C2', title: '再次协商' }
    this.keep({ kind: 'accepted', events: [{ type: 'TakenUpAgain', data }] }, officer)
  }

  /** A day of March 2026 in Asia/Shanghai, at noon there. */
  on(day: number): this {
    this.now = `2026-03-${String(day).padStart(2, '0')}T04:00:00.000Z`
    return this
  }
}

export const noticeAt = (now: string) => {
  const after = (hours: number) => new Date(Date.parse(now) + hours * 3_600_000).toISOString()
  return {
    text: '请来商议',
    materials: [{ title: '方案', text: '方案说明' }],
    meeting: { at: after(48), place: '会议室' },
    opinionsUntil: after(24),
    channels: ['sms', 'website'],
  }
}

/** Clause and code of a refusal, or that there was none. */
export const refusalOf = (decision: Decision): string =>
  decision.kind === 'refused' ? `${decision.refusal.clause} ${decision.refusal.code}` : 'accepted'
