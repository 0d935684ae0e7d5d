import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { SNSClient } from '@aws-sdk/client-sns'
import type { SQSClient } from '@aws-sdk/client-sqs'
import type { Access } from '../access/access.ts'
import type { Catalogue, TableKeys } from '../access/calls.ts'
import type { Expiring } from '../clock/sweep.ts'
import type { Kms } from '../engines/kms.ts'
import type { Front } from '../http/front.ts'
import type { LocalFunction } from '../lambda/function.ts'
import type { Plugins } from '../plugins/open.ts'
import type { State } from '../state/state.ts'
import type { StackTemplate } from '../templates/assembly.ts'
import type { Made } from '../templates/evaluate.ts'

export type Properties = Readonly<Record<string, unknown>>

export type ApiDraft = {
  readonly routes: { readonly key: string; readonly integration: string; readonly authorizer: string | undefined }[]
  readonly integrations: Map<string, string>
  readonly authorizers: Map<string, { readonly issuer: string; readonly audience: readonly string[] }>
  /** The paths at which it answers. */
  readonly mounts: string[]
}

/** What is known of the resources that are made, filled while they are. */
export function openCatalogue(place: Pick<Desk, 'region' | 'account'>) {
  return {
    tables: new Map<string, TableKeys>(),
    keys: new Map<string, string>(),
    arn: (service: string, rest: string) => arn(place, service, rest),
  } satisfies Catalogue
}

type OpenCatalogue = ReturnType<typeof openCatalogue>

/** What making resources needs, and what they leave to be wired once all are made. */
export type Desk = {
  readonly account: string
  readonly region: string
  readonly origin: string
  readonly dynamodb: DynamoDBClient
  readonly sns: SNSClient
  readonly sqs: SQSClient
  readonly kms: Kms
  /** Where functions find AWS. */
  readonly functionsEndpoint: string
  readonly access: Access
  readonly catalogue: OpenCatalogue
  readonly functions: Map<string, LocalFunction>
  readonly apis: Map<string, ApiDraft>
  /** What the pages are served with. */
  readonly pageHeaders: Map<string, string>
  /** What stands before the APIs, and the code that runs there. */
  readonly fronts: Front[]
  readonly edgeCode: Map<string, string>
  /** Who writes log groups. */
  readonly plugins: Pick<Plugins, 'subscribe'>
  readonly eventSources: Properties[]
  readonly schedules: {
    readonly expression: string
    readonly timeZone: string
    readonly targets: readonly { readonly arn: string; readonly input: unknown }[]
  }[]
  readonly expiring: Expiring[]
  /** What is remembered from one start to the next. */
  readonly kept: Pick<State, 'get' | 'set'>
  readonly startFunction: (stack: StackTemplate, id: string, properties: Properties) => LocalFunction
}

/** Makes a resource; undefined where it is one that the desk cannot run. */
export type Make = (
  desk: Desk,
  stack: StackTemplate,
  id: string,
  properties: Properties,
) => Promise<Made | undefined> | Made | undefined

export const text = (value: unknown): string => (value === undefined ? '' : String(value))
export const objects = (value: unknown): Properties[] => (Array.isArray(value) ? (value as Properties[]) : [])
export const object = (value: unknown): Properties =>
  typeof value === 'object' && value !== null ? (value as Properties) : {}
export const arn = (desk: Pick<Desk, 'region' | 'account'>, service: string, rest: string) =>
  `arn:aws:${service}:${desk.region}:${desk.account}:${rest}`

/** Keeps under which key of the templates a resource lies. Keys of AWS itself are anybody's. */
export function liesUnder(desk: Desk, resourceArn: string, key: unknown): void {
  const id = text(key).split('/').at(-1) ?? ''
  if (desk.kms.knows(id)) desk.catalogue.keys.set(resourceArn, desk.kms.arnOf(id))
}
