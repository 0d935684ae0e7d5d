import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One call of the database engine, with what it consumed by the engine's own account. */
export type Call = { readonly operation: string; readonly units: number; readonly conditional: boolean }

type Capacity = { readonly CapacityUnits?: number }
type Answered = { readonly ConsumedCapacity?: Capacity | readonly Capacity[] }

async function bodyOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

const unitsIn = ({ ConsumedCapacity }: Answered): number =>
  [ConsumedCapacity ?? []].flat().reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0)

/** Stands before the database engine and writes down every call, whoever makes it and by whatever client. */
export async function startCounter(engine: string) {
  const calls: Call[] = []
  const agent = new Agent({ keepAlive: true })

  async function passOn(incoming: IncomingMessage): Promise<{ status: number; body: string; type: string }> {
    const operation = String(incoming.headers['x-amz-target']).split('.').at(-1) ?? ''
    const asked = JSON.parse((await bodyOf(incoming)) || '{}') as Record<string, unknown>
    // The library's stream calls know no capacity.
    const counted = !String(incoming.headers['x-amz-target']).includes('Streams')
    const body = JSON.stringify(counted ? { ...asked, ReturnConsumedCapacity: 'TOTAL' } : asked)
    const { 'content-length': _length, host: _host, connection: _connection, ...headers } = incoming.headers
    const outgoing = request(engine, {
      method: 'POST',
      agent,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    })
    outgoing.end(body)
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage]
    const text = await bodyOf(answer)
    if (counted) {
      const units = answer.statusCode === 200 ? unitsIn(JSON.parse(text) as Answered) : 0
      calls.push({ operation, units, conditional: asked.ConditionExpression !== undefined })
    }
    return { status: answer.statusCode ?? 502, body: text, type: String(answer.headers['content-type']) }
  }

  const server = createServer((incoming, outgoing) => {
    passOn(incoming).then(
      ({ status, body, type }) => outgoing.writeHead(status, { 'content-type': type }).end(body),
      (error: unknown) => outgoing.writeHead(502).end(String(error)),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    /** The calls since the last time. */
    take: (): Call[] => calls.splice(0),
    stop: async () => {
      server.closeAllConnections()
      server.close()
      agent.destroy()
      await once(server, 'close')
    },
  }
}

export type Counter = Awaited<ReturnType<typeof startCounter>>
