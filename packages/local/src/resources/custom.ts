import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { StartFailure } from '../engines/failure.ts'
import type { LocalFunction } from '../lambda/function.ts'
import type { StackTemplate } from '../templates/assembly.ts'
import type { Made } from '../templates/evaluate.ts'
import { type Desk, object, type Properties, text } from './context.ts'

/** What a function puts where CloudFormation told it to. */
type Answer = {
  readonly Status: 'SUCCESS' | 'FAILED'
  readonly PhysicalResourceId: string
  readonly Reason?: string
  readonly Data?: Readonly<Record<string, unknown>>
}

export const isCustom = (type: string): boolean =>
  type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource'

/** Invokes a function with an address for its answer, and gives what it put there before it ended. */
async function answerOf(target: LocalFunction, event: object): Promise<Answer | undefined> {
  let answer: Answer | undefined
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    answer = JSON.parse(body) as Answer
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const { port } = server.address() as AddressInfo
    await target.invoke({ ...event, ResponseURL: `http://127.0.0.1:${port}/` })
    return answer
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

/**
 * A resource that is a function of the templates. As CloudFormation does, it is told of the resource once, and again only
 * when its properties are others than at the last start.
 */
export async function custom(
  desk: Pick<Desk, 'account' | 'region' | 'functions' | 'kept'>,
  stack: StackTemplate,
  id: string,
  properties: Properties,
): Promise<Made | undefined> {
  const target = desk.functions.get(text(properties.ServiceToken))
  if (target === undefined) return undefined
  const name = `custom/${stack.name}/${id}`
  const before = object(JSON.parse(desk.kept.get(name) ?? '{}'))
  const known = object(before.made)
  const made = (ref: unknown, data: unknown) => ({
    ref: text(ref),
    attributes: Object.fromEntries(Object.entries(object(data)).map(([key, value]) => [key, text(value)])),
  })
  if (JSON.stringify(before.properties) === JSON.stringify(properties)) return made(known.ref, known.data)
  const answer = await answerOf(target, {
    ...(before.properties === undefined
      ? { RequestType: 'Create' }
      : { RequestType: 'Update', OldResourceProperties: before.properties, PhysicalResourceId: known.ref }),
    RequestId: randomUUID(),
    StackId: `arn:aws:cloudformation:${desk.region}:${desk.account}:stack/${stack.name}/desk`,
    LogicalResourceId: id,
    ResourceType: text(stack.template.Resources[id]?.Type),
    ServiceToken: properties.ServiceToken,
    ResourceProperties: properties,
  })
  if (answer?.Status !== 'SUCCESS') {
    const why = answer?.Reason ?? 'no answer'
    throw new StartFailure(
      `${stack.name} 的 ${id} 没有建成：${why}`,
      `${id} of ${stack.name} could not be made: ${why}`,
    )
  }
  const { PhysicalResourceId: ref, Data: data = {} } = answer
  desk.kept.set(name, JSON.stringify({ properties, made: { ref, data } }))
  return made(ref, data)
}
