import { Agent, type IncomingHttpHeaders, request } from 'node:http'

export type Passed = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer }

const pauseMs = 100
const idleMs = 10_000

/** Sends requests to an engine over connections that stay open. */
export function openPassOn(
  endpoint: string,
  signer: { readonly accessKeyId: string; readonly region: string },
  patienceMs = 15_000,
) {
  const { hostname, port, host } = new URL(endpoint)
  // The engine knows the key of this run and no function's, and reads nothing else of a signature.
  const authorization = `AWS4-HMAC-SHA256 Credential=${signer.accessKeyId}/20000101/${signer.region}/desk/aws4_request, SignedHeaders=host, Signature=0`
  // Idle connections are let go here, long before an engine does: a request on its way would be lost.
  const agent = new Agent({ keepAlive: true, maxSockets: 256, scheduling: 'lifo', timeout: idleMs })

  const once = (headers: IncomingHttpHeaders, body: Buffer) =>
    new Promise<Passed>((resolve, reject) => {
      const sent = request(
        {
          hostname,
          port,
          agent,
          method: 'POST',
          path: '/',
          headers: {
            host,
            'content-type': headers['content-type'],
            'content-length': body.length,
            ...(headers['x-amz-target'] !== undefined && { 'x-amz-target': headers['x-amz-target'] }),
            authorization,
          },
        },
        (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.once('error', reject)
          answer.once('end', () =>
            resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body: Buffer.concat(chunks) }),
          )
        },
      )
      sent.once('error', reject)
      sent.end(body)
    })

  return {
    /** The engine's answer. While nobody listens it waits for the engine to come back: nothing was sent yet. */
    async send(headers: IncomingHttpHeaders, body: Buffer): Promise<Passed> {
      for (const until = Date.now() + patienceMs; ; ) {
        try {
          return await once(headers, body)
        } catch (error) {
          const refused = error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED'
          if (!refused || Date.now() > until) throw error
          await new Promise((resolve) => setTimeout(resolve, pauseMs))
        }
      }
    },
    stop: () => agent.destroy(),
  }
}
