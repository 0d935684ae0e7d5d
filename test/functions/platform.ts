import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Call = { readonly path: string; readonly body: Record<string, unknown> }

/** A platform of official accounts that hears its three calls and answers the next one as it is told to. */
export async function startPlatform() {
  const calls: Call[] = []
  const troubles: ({ readonly status: number } | { readonly errcode: number })[] = []
  const usual: Readonly<Record<string, unknown>> = {
    '/cgi-bin/stable_token': { access_token: 'a+b/c', expires_in: 7200 },
    '/cgi-bin/draft/add': { media_id: 'draft-1' },
    '/cgi-bin/freepublish/submit': { errcode: 0, errmsg: 'ok', publish_id: 2247 },
  }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const url = new URL(request.url ?? '', 'http://platform')
    calls.push({
      path: `${url.pathname}${url.search}`,
      body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>,
    })
    const trouble = troubles.shift()
    response.statusCode = trouble !== undefined && 'status' in trouble ? trouble.status : 200
    response.end(JSON.stringify(trouble ?? usual[url.pathname]))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    takeCalls: () => calls.splice(0),
    /** What the next calls are answered, one each. */
    trouble: (...next: typeof troubles) => troubles.push(...next),
    stop: () => server.close(),
  }
}
