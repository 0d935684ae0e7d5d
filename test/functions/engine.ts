import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A way to the engine on which chosen calls fail, as a network or an overloaded table makes them fail. */
export async function startEngineWithFaults(engine: string) {
  const faults = new Map<string, number>()
  const calls: string[] = []
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    const operation = String(incoming.headers['x-amz-target']).split('.').at(-1) ?? ''
    calls.push(operation)
    const left = faults.get(operation) ?? 0
    if (left > 0) {
      faults.set(operation, left - 1)
      outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' })
      outgoing.end(JSON.stringify({ __type: 'com.amazonaws.dynamodb.v20120810#AccessDeniedException', message: 'no' }))
      return
    }
    const { host: _host, ...headers } = incoming.headers
    const passed = request(engine, { method: incoming.method, path: incoming.url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    passed.once('error', () => outgoing.destroy())
    passed.end(Buffer.concat(chunks))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    /** The next calls of an operation are refused. */
    fail: (operation: string, count: number) => faults.set(operation, count),
    mend: () => faults.clear(),
    /** Takes the operations that were asked for since the last time. */
    takeCalls: () => calls.splice(0),
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
