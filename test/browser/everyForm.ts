import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { baseCatalogue, defaultTemplate } from '@xieshang/rules'
import { World } from '../../packages/rules/test/world.ts'
import { buildEveryForm } from '../../packages/web/test/everyForm/build.ts'

const types: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css' }

const resident = { category: 'resident', class: 'localResident' }
const people = [1, 2].map((one) => ({ id: `p${one}`, name: `居民${one}`, division: '331102001001', ...resident }))
const places = [1, 2].map((one) => ({ code: `33110200100${one}`, name: `村${one}`, kind: 'village' }))

/** A consultation with items, a session and a vote on paper, and what else the controls of forms ask for. */
function answers(): Readonly<Record<string, unknown>> {
  const world = new World().ready(6, 2).sitting(6)
  const state = world.done('openRound', { method: 'paper', items: [1, 2] })
  return {
    '/state.json': { ...state, tenant: '331102' },
    '/config.json': {
      issuer: '/issuer',
      clientId: 'pages',
      audience: 'x',
      counties: [{ code: '331121', name: '青田县' }],
    },
    '/api/331102/catalogue': { matters: baseCatalogue.matters.map(({ label, ...one }) => ({ ...one, ...label })) },
    '/api/331102/divisions/331102001001': { division: places[0], children: places },
    '/api/331102/villages/331102001001/people': { people },
    '/api/331102/villages/331102001001/template': { template: defaultTemplate },
    '/api/331102/consultations': {
      consultations: [{ id: 'consultation', title: '路灯', divisionName: '村' }],
      searched: 1,
    },
    '/api/331102/consultations/consultation': { consultation: { topic: { title: '路灯' } } },
  }
}

/** Serves the page with every form, and keeps drafts as a county does, in memory. */
export async function serveEveryForm() {
  const folder = await mkdtemp(join(tmpdir(), 'xieshang-forms-'))
  await buildEveryForm(folder)
  const known = answers()
  const drafts = new Map<string, string>()
  const keptAt = '2026-05-01T01:00:00.000Z'

  function draftsAt(method: string, path: string, body: string): unknown {
    const [place = '', about = '', form] = path.split('/')
    const under = `${place}/${about}/`
    if (form === undefined)
      return {
        drafts: [...drafts].flatMap(([name, typed]) =>
          name.startsWith(under) ? [{ form: name.slice(under.length), typed, keptAt }] : [],
        ),
      }
    if (method === 'DELETE') drafts.delete(path)
    else drafts.set(path, (JSON.parse(body) as { typed: string }).typed)
    return { form, typed: drafts.get(path) ?? '', keptAt }
  }

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://there')
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const prefix = '/api/331102/drafts/'
    const answer = pathname.startsWith(prefix)
      ? draftsAt(request.method ?? 'GET', pathname.slice(prefix.length), Buffer.concat(chunks).toString('utf8'))
      : known[pathname]
    if (answer !== undefined) {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
      return
    }
    const file = pathname === '/' ? 'index.html' : pathname.slice(1)
    const bytes = await readFile(join(folder, file)).catch(() => undefined)
    response.statusCode = bytes === undefined ? 404 : 200
    response.setHeader('content-type', types[file.split('.').at(-1) ?? ''] ?? 'text/plain').end(bytes ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    /** What the county keeps, by place, thing and form. */
    drafts,
    async stop(): Promise<void> {
      server.closeAllConnections()
      server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
