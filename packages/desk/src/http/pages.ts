import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, resolve, sep } from 'node:path'
import type { Page } from './gateway.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.csv': 'text/csv; charset=utf-8',
}

/**
 * The built pages: hashed assets kept for ever, every other path of the app answered with its index.
 * @param said what every answer says besides, as the template has it
 * @param startTag what the desk puts at the end of the start page
 */
export function webPages(folder: string, said: ReadonlyMap<string, string>, startTag: string): Page {
  const dir = resolve(folder)
  return async (request, response, url) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const path = normalize(url.pathname)
    const wanted = join(dir, path)
    const known =
      wanted.startsWith(dir + sep) &&
      extname(path) !== '' &&
      (await stat(wanted).then(
        (one) => one.isFile(),
        () => false,
      ))
    if (!known && extname(path) !== '') return false
    const file = known ? wanted : join(dir, 'index.html')
    const read = await readFile(file).catch(() => undefined)
    if (read === undefined) return false
    const bytes = path === '/' ? Buffer.from(read.toString('utf8').replace('</body>', `${startTag}</body>`)) : read
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 20)}"`
    const headers = {
      etag,
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...Object.fromEntries(said),
    }
    if (request.headers['if-none-match'] === etag) response.writeHead(304, headers).end()
    else response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : bytes)
    return true
  }
}

export function jsonPage(path: string, value: () => unknown): Page {
  return (_request, response, url) => {
    if (url.pathname !== path) return false
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    response.end(JSON.stringify(value()))
    return true
  }
}
