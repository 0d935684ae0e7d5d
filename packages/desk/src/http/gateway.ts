import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from '../clock/clock.ts'
import { machineNow } from '../clock/date.ts'
import { StartFailure } from '../engines/failure.ts'
import { InvocationError } from '../lambda/function.ts'
import { mostPayloadBytes } from '../lambda/limits.ts'
import { claimsOf, openAuthorizer } from './authorizer.ts'
import { eventOf, plain, readBody, write } from './event.ts'
import type { Front } from './front.ts'
import { type Route, routeTable } from './routes.ts'

/** What else the server answers, asked before the APIs. Says whether it did. */
export type Page = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean> | boolean

const mostMs = 30_000

const notHere = '这里只回答 127.0.0.1 和 localhost / Only 127.0.0.1 and localhost are answered here'

const noAddress = '地址无法识别 / The address cannot be read'

const problem = (response: ServerResponse, status: number, title: string) =>
  response
    .writeHead(status, { 'content-type': 'application/problem+json; charset=utf-8' })
    .end(JSON.stringify({ title, status }))

/** One server for all HTTP APIs, each at its mount, and the desk's own pages. */
export function openGateway(pages: readonly Page[]) {
  const mounts = new Map<string, ReturnType<typeof routeTable>>()
  let clock: Pick<Clock, 'now' | 'date'> = { now: machineNow, date: () => new Date() }
  const verify = openAuthorizer(() => clock.date())
  let ready = false
  let hosts: readonly string[] = []
  let fronts: readonly Front[] = []

  async function serveApi(request: IncomingMessage, response: ServerResponse, url: URL, mount: string): Promise<void> {
    const path = url.pathname.slice(mount.length) || '/'
    const match = mounts.get(mount)?.(request.method ?? 'GET', path)
    if (match === undefined) return void plain(response, 404, 'Not Found')
    const { route, pathParameters } = match
    const payload = route.jwt === undefined ? undefined : await verify(route.jwt, request.headers.authorization)
    if (route.jwt !== undefined && payload === undefined) {
      response.setHeader('www-authenticate', 'Bearer')
      return void plain(response, 401, 'Unauthorized')
    }
    const body = await readBody(request)
    if (body === undefined) return void plain(response, 413, 'Request Too Long')
    const claims = payload === undefined ? undefined : claimsOf(payload)
    const event = eventOf(
      request,
      fronts,
      url,
      path,
      body,
      { routeKey: route.key, pathParameters },
      claims,
      clock.date(),
    )
    // JSON writes a byte as six at most, so that a small body needs no second look.
    if (body.length > mostPayloadBytes / 8 && Buffer.byteLength(JSON.stringify(event)) > mostPayloadBytes)
      return void plain(response, 413, 'Request Too Long')
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), mostMs)
    })
    try {
      const result = await Promise.race([route.target.invoke(event), late])
      if (result === 'late') plain(response, 503, 'Service Unavailable')
      else write(response, result)
    } catch (error) {
      if (!(error instanceof InvocationError)) throw error
      plain(
        response,
        error.kind === 'timeout' ? 503 : 500,
        error.kind === 'timeout' ? 'Service Unavailable' : 'Internal Server Error',
      )
    } finally {
      clearTimeout(timer)
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Pages tell the time by it; the server's own would be the machine's.
    response.setHeader('date', clock.date().toUTCString())
    // A name that leads here by another's will (DNS rebinding) would be this page's own origin to the browser.
    const host = request.headers.host?.toLowerCase() ?? ''
    if (!hosts.includes(host)) return void problem(response, 421, notHere)
    // What stands in the first line is a path; another host in it, or none, is not.
    const { url: path = '' } = request
    if (!path.startsWith('/') || !URL.canParse(`http://${host}${path}`)) return void problem(response, 400, noAddress)
    const url = new URL(`http://${host}${path}`)
    const mount = [...mounts.keys()].find((one) => url.pathname === one || url.pathname.startsWith(`${one}/`))
    if (mount !== undefined) return serveApi(request, response, url, mount)
    if (!ready && url.pathname.startsWith('/api/')) {
      response.setHeader('retry-after', '1')
      return void plain(response, 503, 'Service Unavailable')
    }
    for (const page of pages) if (await page(request, response, url)) return
    plain(response, 404, 'Not Found')
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      console.error('gateway', error)
      if (!response.headersSent) plain(response, 500, 'Internal Server Error')
      else response.end()
    })
  })

  return {
    goBy(given: Clock): void {
      clock = given
    },
    /** From now on an address under /api that no mount knows is not found, rather than not there yet. */
    open(): void {
      ready = true
    },
    /** What every request to an API goes through first. */
    behind(all: readonly Front[]): void {
      fronts = all
    },
    mount(key: string, routes: readonly Route[]): void {
      mounts.set(`/${key}`, routeTable(routes))
    },
    /** @throws StartFailure when the port is taken */
    async listen(port: number): Promise<number> {
      server.listen(port, '127.0.0.1')
      // Waiting for one event fails when an error comes instead.
      await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EADDRINUSE') throw error
        throw new StartFailure(
          `端口 ${port} 已被占用。请结束占用它的程序，或换一个端口。`,
          `Port ${port} is taken. End what uses it, or take another one.`,
          'anotherPort',
        )
      })
      const { port: taken } = server.address() as AddressInfo
      hosts = [`127.0.0.1:${taken}`, `localhost:${taken}`]
      return taken
    },
    async stop(): Promise<void> {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
