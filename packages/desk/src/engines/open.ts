import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { SNSClient } from '@aws-sdk/client-sns'
import type { Access } from '../access/access.ts'
import type { Catalogue } from '../access/calls.ts'
import type { TakeSms } from '../plugins/plugin.ts'
import { region } from '../runtime.ts'
import type { Pace } from '../sources/pace.ts'
import { openQueues } from '../sources/queue.ts'
import type { State } from '../state/state.ts'
import type { Stops } from '../stops.ts'
import { engineCredentials } from './credentials.ts'
import { startDynamoDb } from './dynamodb.ts'
import type { StartFailure } from './failure.ts'
import { startFront } from './front.ts'
import type { Kms } from './kms.ts'
import { startMessages } from './messages.ts'
import { openPassOn } from './passOn.ts'
import { openSettled, readOnce } from './settled.ts'

/** Starts the database and the queues, the front through which functions reach them, and the desk's own clients. */
export async function openEngines(options: {
  readonly dataDir: string
  readonly state: State
  readonly access: Access
  readonly catalogue: Catalogue
  readonly kms: Kms
  readonly pace: Pace
  readonly takeSms: TakeSms | undefined
  readonly say: (line: string) => void
  /** Told when an engine answered that it could not, or did not answer. */
  readonly failed: () => void
  readonly lost: ((failure: StartFailure) => void) | undefined
  readonly stops: Stops
}) {
  const { dataDir, state, access, catalogue, kms, pace, takeSms, say, failed, lost, stops } = options
  const credentials = engineCredentials(state)
  const [database, messages] = await Promise.all([
    startDynamoDb({ dataDir, say, ...(lost !== undefined && { lost }) }),
    startMessages({ dataDir: join(dataDir, 'messages'), region, credentials }),
  ])
  stops.add(
    () => database.stop(),
    () => messages.stop(),
  )
  const messagesEndpoint = `http://127.0.0.1:${messages.port}`
  const toDatabase = openPassOn(database.endpoint, { ...credentials, region })
  const toMessages = openPassOn(messagesEndpoint, { ...credentials, region })
  stops.add(
    () => toDatabase.stop(),
    () => toMessages.stop(),
  )
  const front = await startFront({
    access,
    catalogue,
    database: toDatabase,
    messages: toMessages,
    kms,
    takeSms,
    failed,
    written: (table) => pace.touch(table),
    settled: openSettled(() => readOnce(toDatabase, catalogue)),
    say,
  })
  stops.add(() => front.stop())
  const common = { region, credentials, maxAttempts: 3 }
  return {
    /** Where functions find AWS. */
    endpoint: front.endpoint,
    dynamodb: new DynamoDBClient({ ...common, endpoint: database.endpoint }),
    streams: new DynamoDBStreamsClient({ ...common, endpoint: database.endpoint }),
    sns: new SNSClient({ ...common, endpoint: messagesEndpoint }),
    sqs: openQueues({ ...common, endpoint: messagesEndpoint }),
  }
}
