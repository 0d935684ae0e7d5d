import type { Consultation, EventOf, EventType, List, Paged, Posting, ShownBy, SystemChannel } from '@xieshang/rules'

/** Attributes of a message on the county's topic, by which subscriptions choose. */
type Attributes = Readonly<Record<string, string>>

/** What every telling may say: where it is, what about, and the address at which the rest stands. */
export type About = { readonly place: string; readonly title: string; readonly link: string }

/** What a channel does with events, by their types; others it does not tell. */
type ByEvent<Told extends { readonly [T in EventType]: unknown }> = { readonly [T in EventType]?: Told[T] }

type When<T extends EventType> = {
  /** Whether this event goes out on the channel. */
  when(event: EventOf<T>): boolean
}

/** The step that makes a message to a seat due: one of its own, or that by which what it tells of is made. */
export type Step = 'deliveries' | Paged['act']

type TellsSeats = {
  [T in EventType]: When<T> & {
    readonly step: Step
    /** Whom of the list it tells. */
    whom(event: EventOf<T>, list: List): 'everybody' | readonly number[]
    says(event: EventOf<T>, about: About): string
  }
}

type TellsEverybody<Words> = {
  [T in EventType]: When<T> & {
    /** Which notice or publication it puts up. */
    of(event: EventOf<T>, state: Consultation): Pick<Posting, 'of' | 'number'> | undefined
    says(event: EventOf<T>, state: Consultation, about: About): Words
  }
}

type TellsPlaces = {
  [T in EventType]: When<T> & {
    /** What stands on the screens, and until which instant. */
    shows(event: EventOf<T>): { readonly kind: Posting['of']; readonly until: string }
  }
}

/** A queue's own settings, and its function's. */
export type QueueSettings = {
  /** Of the function, which is the time for a whole batch. */
  readonly seconds: number
  /** How often a message is given before it is laid aside. */
  readonly receives: number
}

/** Straight to a phone, by the cloud's own service. */
type Phone = { readonly by: 'phone' }

/** To an address that may be set when a county is deployed, and that the function finds in its environment. */
type Address = {
  readonly by: 'https'
  readonly parameter: string
  readonly variable: string
  readonly address: string
  readonly description: string
}

/** What has a queue and a function, both of the channel's name; the function wires whoever sends. */
type Queued<Sender> = {
  /** What its function does, for who reads the template. */
  readonly does: string
  readonly queue: QueueSettings
  readonly sender: Sender
  /** Of the messages that its queue takes from the county's topic. */
  readonly attributes: Attributes
}

/** Where the provider's word on what became of messages comes in. */
type Receipts = {
  /** The function that keeps it, and what it does. */
  readonly function: string
  readonly does: string
  /** On the city's topic: the provider's log is one for all counties. */
  readonly attributes: Attributes
  readonly queue: QueueSettings
  /** Seconds after which a receipt that is quicker than its sender is looked up again. */
  readonly waits: readonly number[]
}

/** Tells each seat by itself. Sent is not told: the receipt of each is the evidence (S2). */
export type SeatChannel = Queued<Phone> & {
  readonly reach: 'seats'
  readonly name: SystemChannel & ShownBy<'receipt'>
  readonly tells: ByEvent<TellsSeats>
  readonly receipts: Receipts
}

/** Is put up once for everybody. The evidence is the posting that the system reports (P3a, P8); it tells nobody (S2). */
export type EverybodyChannel<Words = unknown> = Queued<Address> & {
  readonly reach: 'everybody'
  readonly name: SystemChannel & ShownBy<'posting'>
  readonly tells: ByEvent<TellsEverybody<Words>>
}

/** Stands where the screens of a place look. There is no evidence that anybody did. */
export type PlaceChannel = {
  readonly reach: 'places'
  readonly name: Exclude<SystemChannel, ShownBy<'receipt' | 'posting'>>
  readonly tells: ByEvent<TellsPlaces>
}

/** Is read where everything stands anyway: nothing goes out. */
export type ReaderChannel = {
  readonly reach: 'readers'
  readonly name: Exclude<SystemChannel, ShownBy<'receipt' | 'posting'>>
}

export type Channel = SeatChannel | EverybodyChannel | PlaceChannel | ReaderChannel
export type QueuedChannel = SeatChannel | EverybodyChannel
