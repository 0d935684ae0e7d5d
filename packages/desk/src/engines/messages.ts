import { mkdirSync } from 'node:fs'
import { Server as HttpServer } from 'node:http'
import { Server } from 'node:net'
import { startFauxqs } from 'fauxqs'
import type { Credentials } from './credentials.ts'

/** Whether a request is signed with this access key id. */
const signedWith = (authorization: string | undefined, accessKeyId: string) =>
  authorization?.includes(`Credential=${accessKeyId}/`) === true

/** Lets through only who names the access key id of this run. */
function guard(server: HttpServer, accessKeyId: string): void {
  const serve = server.listeners('request')
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    if (!signedWith(request.headers.authorization, accessKeyId)) response.writeHead(403).end()
    else for (const one of serve) one.call(server, request, response)
  })
}

/**
 * Topics and queues. The engine listens on every interface, whatever it is told, and takes anybody's word: while it
 * starts, its server is bound to this machine and given a password.
 */
export async function startMessages(options: {
  readonly dataDir: string
  readonly region: string
  readonly credentials: Credentials
}) {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 })
  const { listen } = Server.prototype
  const onLoopback = function (this: Server, given: { readonly host?: string }, ...others: readonly unknown[]) {
    const everywhere = given.host === '0.0.0.0' && this instanceof HttpServer
    if (everywhere) guard(this, options.credentials.accessKeyId)
    return Reflect.apply(listen, this, [everywhere ? { ...given, host: '127.0.0.1' } : given, ...others])
  }
  Reflect.set(Server.prototype, 'listen', onLoopback)
  try {
    return await startFauxqs({
      port: 0,
      host: '127.0.0.1',
      logger: false,
      defaultRegion: options.region,
      dataDir: options.dataDir,
    })
  } finally {
    Reflect.set(Server.prototype, 'listen', listen)
  }
}
