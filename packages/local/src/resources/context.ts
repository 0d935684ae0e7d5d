import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { SNSClient } from '@aws-sdk/client-sns'
import type { SQSClient } from '@aws-sdk/client-sqs'
import type { Kms } from '../engines/kms.ts'
import type { LocalFunction } from '../lambda/function.ts'
import type { StackTemplate } from '../templates/assembly.ts'
import type { Made } from '../templates/evaluate.ts'

export type Properties = Readonly<Record<string, unknown>>

export type ApiDraft = {
  readonly routes: { readonly key: string; readonly integration: string; readonly authorizer: string | undefined }[]
  readonly integrations: Map<string, string>
  readonly authorizers: Map<string, { readonly issuer: string; readonly audience: readonly string[] }>
  mount: string | undefined
}

/** What making resources needs, and what they leave to be wired once all are made. */
export type Desk = {
  readonly account: string
  readonly region: string
  readonly dynamodb: DynamoDBClient
  readonly sns: SNSClient
  readonly sqs: SQSClient
  readonly kms: Kms
  readonly functions: Map<string, LocalFunction>
  readonly apis: Map<string, ApiDraft>
  /** What the pages are served with. */
  readonly pageHeaders: Map<string, string>
  readonly eventSources: Properties[]
  readonly schedules: {
    readonly expression: string
    readonly timeZone: string
    readonly targets: readonly { readonly arn: string; readonly input: unknown }[]
  }[]
  readonly startFunction: (stack: StackTemplate, id: string, properties: Properties) => LocalFunction
}

export type Make = (desk: Desk, stack: StackTemplate, id: string, properties: Properties) => Promise<Made> | Made

export const text = (value: unknown): string => (value === undefined ? '' : String(value))
export const objects = (value: unknown): Properties[] => (Array.isArray(value) ? (value as Properties[]) : [])
export const object = (value: unknown): Properties =>
  typeof value === 'object' && value !== null ? (value as Properties) : {}
export const arn = (desk: Pick<Desk, 'region' | 'account'>, service: string, rest: string) =>
  `arn:aws:${service}:${desk.region}:${desk.account}:${rest}`
