import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { RunningDesk } from '../src/options.ts'
import { startDesk } from '../src/start.ts'
import { template } from './app/template.ts'
import { writeAssembly } from './assembly.ts'

const folder = mkdtempSync(join(tmpdir(), 'desk-contract-'))
const said: string[] = []
let desk: RunningDesk

const start = (fresh = false) =>
  startDesk({
    assemblyDir: join(folder, 'assembly'),
    dataDir: join(folder, 'data'),
    product: { name: 'notes', version: 1 },
    fresh,
    port: 0,
    parameters: ({ issuer }) => ({ Issuer: issuer }),
    identity: {
      clientId: 'pages',
      audience: 'notes',
      claims: ['name'],
      claimsOf: (account) => (account === 'ada' ? { name: 'Ada' } : undefined),
      signInPage: () => '<form method="post"><input name="account"></form>',
      accountIn: (form) => form.get('account') ?? '',
    },
    say: (line) => said.push(line),
  })

const call = (method: string, path: string, headers: Record<string, string> = {}) =>
  fetch(`${desk.origin}/Notes-Api${path}`, { method, headers })
const has = async (id: string) => (await call('GET', `/notes/${id}`)).status === 200
const patience = { timeout: 15_000, interval: 100 }

beforeAll(async () => {
  const code = readFileSync(new URL('./app/handler.mjs', import.meta.url), 'utf8')
  writeAssembly(join(folder, 'assembly'), 'Notes', template, code)
  desk = await start()
}, 60_000)

afterAll(async () => {
  await desk.stop()
  rmSync(folder, { recursive: true })
})

describe('an app that the desk never saw', () => {
  it('answers, and what it does not run is named', async () => {
    expect(await has('note-1')).toBe(false)
    expect((await call('PUT', '/notes/note-1')).status).toBe(204)
    expect(await has('note-1')).toBe(true)
    expect((await call('GET', '/nowhere')).status).toBe(404)
    expect(desk.notRun).toEqual([{ stack: 'Notes', id: 'Bucket', type: 'AWS::S3::Bucket' }])
  })

  it('follows what was written, by its stream', async () => {
    await call('PUT', '/notes/note-2')
    await vi.waitFor(async () => expect(await has('seen-note-2')).toBe(true), patience)
    expect(await has('seen-seen-note-2')).toBe(false)
  })

  it('hears what was said, by its topic and its queue', async () => {
    expect((await call('POST', '/say/hello')).status).toBe(202)
    await vi.waitFor(async () => expect(await has('heard-hello')).toBe(true), patience)
  })

  it('is refused what its policy does not allow, as AWS refuses it', async () => {
    const refused = await call('DELETE', '/notes/note-1')
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('AccessDeniedException')])
    expect(said).toContainEqual(expect.stringMatching(/^! notes: dynamodb:DeleteItem .*not allowed by its role/))
    expect(await has('note-1')).toBe(true)
  })

  it('knows who signed in, and nobody else', async () => {
    expect((await call('GET', '/mine/1')).status).toBe(401)
    const mine = await call('GET', '/mine/1', { authorization: `Bearer ${await desk.token('ada')}` })
    expect([mine.status, await mine.text()]).toEqual([200, '1 of Ada'])
    await expect(desk.token('eve')).rejects.toThrow('no account')
  })

  it('has what it had after a restart, and after a reset nothing', async () => {
    await desk.stop()
    desk = await start()
    expect(await has('note-1')).toBe(true)
    await desk.stop()
    desk = await start(true)
    expect(await has('note-1')).toBe(false)
  }, 60_000)
})
