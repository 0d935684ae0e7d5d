import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { GetQueueUrlCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { type Desk, object, text } from '../resources/context.ts'
import type { openState } from '../state/state.ts'
import { TemplateError } from '../templates/evaluate.ts'
import { filterOf } from './filter.ts'
import type { Pace } from './pace.ts'
import { mustAllow } from './permission.ts'
import { followQueue } from './queue.ts'
import { followStream } from './stream.ts'

type Followed = { readonly stop: () => Promise<void> }

export async function wireSources(
  desk: Desk,
  tools: {
    streams: DynamoDBStreamsClient
    sqs: SQSClient
    state: ReturnType<typeof openState>
    pace: Pace
    say: (line: string) => void
  },
): Promise<Followed[]> {
  const followed: Followed[] = []
  const urlOf = async (arn: string) => {
    const { QueueUrl = '' } = await tools.sqs.send(new GetQueueUrlCommand({ QueueName: arn.split(':').at(-1) ?? '' }))
    return QueueUrl
  }
  for (const source of desk.eventSources) {
    const target = desk.functions.get(text(source.FunctionName))
    if (target === undefined)
      throw new TemplateError(`An event source names the unknown function ${text(source.FunctionName)}`)
    const from = text(source.EventSourceArn)
    const failure = text(object(object(source.DestinationConfig).OnFailure).Destination)
    mustAllow(desk.access, desk.catalogue, target.name, { source: from, failures: failure })
    const wanted = filterOf(source.FilterCriteria)
    const partialFailures = [source.FunctionResponseTypes ?? []].flat().includes('ReportBatchItemFailures')
    const log = (line: string) => tools.say(`! ${line}`)
    if (from.includes(':sqs:')) {
      followed.push(
        followQueue(
          tools.sqs,
          {
            queueUrl: await urlOf(from),
            queueArn: from,
            target,
            batchSize: Number(source.BatchSize ?? 10),
            partialFailures,
            wanted,
            concurrency: Number(object(source.ScalingConfig).MaximumConcurrency ?? 2),
          },
          log,
        ),
      )
      continue
    }
    const deadUrl = failure === '' ? undefined : await urlOf(failure)
    followed.push(
      followStream(
        tools.streams,
        {
          streamArn: from,
          target,
          batchSize: Number(source.BatchSize ?? 100),
          retries: Number(source.MaximumRetryAttempts ?? 10_000),
          wanted,
          bisect: source.BisectBatchOnFunctionError === true,
          onFailure:
            deadUrl === undefined
              ? undefined
              : async (records) => {
                  const positions = records.map((record) => record.dynamodb?.SequenceNumber)
                  await tools.sqs.send(
                    new SendMessageCommand({
                      QueueUrl: deadUrl,
                      MessageBody: JSON.stringify({ streamArn: from, positions }),
                    }),
                  )
                },
        },
        tools.state,
        tools.pace,
        log,
      ),
    )
  }
  return followed
}
