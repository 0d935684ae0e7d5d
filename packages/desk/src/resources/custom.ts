import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { StartFailure } from '../engines/failure.ts'
import type { LocalFunction } from '../lambda/function.ts'
import type { StackTemplate } from '../templates/assembly.ts'
import type { Made } from '../templates/evaluate.ts'
import { type Desk, type Properties, text } from './context.ts'

/** What a function puts where CloudFormation told it to. */
type Answer = {
  readonly Status: 'SUCCESS' | 'FAILED'
  readonly PhysicalResourceId: string
  readonly Reason?: string
  readonly Data?: Readonly<Record<string, unknown>>
}

/** A resource as it was made at the last start that told its function of it. */
type Kept = { readonly properties: Properties; readonly made: Made }

const madeOf = ({ PhysicalResourceId: ref, Data = {} }: Answer): Made => ({
  ref,
  attributes: Object.fromEntries(Object.entries(Data).map(([name, value]) => [name, text(value)])),
})

export const isCustom = (type: string): boolean =>
  type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource'

/** Invokes a function with an address for its answer. @throws Error when it put nothing there before it ended */
async function answerOf(target: LocalFunction, event: object): Promise<Answer> {
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
    if (answer === undefined) throw new Error('no answer')
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
  const before = desk.kept.get(name)
  const kept = before === undefined ? undefined : (JSON.parse(before) as Kept)
  if (JSON.stringify(kept?.properties) === JSON.stringify(properties)) return kept?.made
  const failure = (why: unknown) =>
    new StartFailure(`${stack.name} 的 ${id} 没有建成：${why}`, `${id} of ${stack.name} could not be made: ${why}`)
  const event = {
    ...(kept === undefined
      ? { RequestType: 'Create' }
      : { RequestType: 'Update', OldResourceProperties: kept.properties, PhysicalResourceId: kept.made.ref }),
    RequestId: randomUUID(),
    StackId: `arn:aws:cloudformation:${desk.region}:${desk.account}:stack/${stack.name}/desk`,
    LogicalResourceId: id,
    ResourceType: stack.template.Resources[id]?.Type,
    ServiceToken: properties.ServiceToken,
    ResourceProperties: properties,
  }
  const answer = await answerOf(target, event).catch((error: unknown) => {
    throw failure(error)
  })
  if (answer.Status === 'FAILED') throw failure(answer.Reason)
  const made = madeOf(answer)
  desk.kept.set(name, JSON.stringify({ properties, made } satisfies Kept))
  return made
}
