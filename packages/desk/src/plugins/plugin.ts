import type { Clock } from '../clock/clock.ts'
import type { Page } from '../http/gateway.ts'
import type { State } from '../state/state.ts'

/** What a plugin is given of the desk that it is part of. */
export type PluginTools = {
  readonly account: string
  readonly region: string
  /** Where it keeps what outlives a run, in tables that it makes itself. */
  readonly state: State
  readonly clock: Pick<Clock, 'now' | 'date'>
  /** Says a line to whoever started the desk. */
  readonly say: (line: string) => void
}

/** Whoever gets the lines of a log group, as CloudWatch Logs hands them to a function. */
export type Subscriber = { readonly invoke: (event: unknown) => Promise<unknown> }

/** A log group that a plugin writes, for the subscription filters of the templates. */
export type LogGroup = {
  readonly name: string
  readonly subscribe: (subscription: string, subscriber: Subscriber) => void
}

/** Takes an SMS that a function sends by SNS, and has it when it returns. @returns the id of the message */
export type TakeSms = (number: string, text: string) => string

/** What a product adds to its desk in the place of what stands outside AWS: phones, another platform, a page. */
export type Plugin = {
  /** Asked before the built pages. */
  readonly page?: Page
  readonly takeSms?: TakeSms
  readonly logGroup?: LogGroup
  /** All stacks run: what waits for a subscriber may be handed over. */
  readonly start?: () => void
  readonly stop?: () => Promise<void>
}

export type OpenPlugin = (tools: PluginTools) => Plugin
