import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { queuedChannels } from '../../packages/channels/src/channels.ts'
import { called } from './called.ts'

type Name = (typeof queuedChannels)[number]['name']
type Handler = (batch: SQSEvent, context: Context) => Promise<SQSBatchResponse>

/** @param msLeft until the function ends */
type Called = (batch: SQSEvent, msLeft?: number) => Promise<SQSBatchResponse>

/** The handler of every channel that has a queue, as it is when it is loaded now. */
export async function channelHandlers(): Promise<Readonly<Record<Name, Called>>> {
  const loaded = queuedChannels.map(async ({ name }): Promise<[Name, Called]> => {
    const { handler } = (await import(`../../functions/src/${name}/handler.ts`)) as { readonly handler: Handler }
    return [name, called(handler)]
  })
  return Object.fromEntries(await Promise.all(loaded)) as Record<Name, Called>
}
