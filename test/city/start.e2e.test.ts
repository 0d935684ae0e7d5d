import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort, startCity } from './running.ts'

const start = fileURLToPath(new URL('../../packages/local/src/cli/start.ts', import.meta.url))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xieshang-start-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** What a start that fails says. */
const failing = (env: NodeJS.ProcessEnv, ...args: string[]) =>
  new Promise<{ code: unknown; said: string }>((resolve) => {
    execFile(process.execPath, [start, ...args], { env: { ...process.env, ...env } }, (error, stdout, stderr) =>
      resolve({ code: error?.code, said: `${stdout}${stderr}` }),
    )
  })

describe('a start that cannot succeed says which part, why, and what to do', () => {
  it('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const { code, said } = await failing({ PORT: String(port), XIESHANG_DATA: join(folder, 'a') })
    other.close()
    expect(code).toBe(1)
    expect(said).toContain(`端口 ${port} 已被占用`)
    expect(said).toContain(`Port ${port} is taken`)
    expect(said).not.toMatch(/\n\s+at /)
  })

  it('a missing Java', async () => {
    const { code, said } = await failing({ PATH: folder, JAVA_HOME: '' })
    expect(code).toBe(1)
    expect(said).toMatch(/Java 17.*\n.*Java 17/)
  })

  it('a data directory that is a file', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const { code, said } = await failing({ PORT: String(await freePort()), XIESHANG_DATA: file })
    expect(code).toBe(1)
    expect(said).toContain('XIESHANG_DATA')
  })

  it('a data directory with something else in it, even when it is to be emptied', async () => {
    const sub = join(folder, 'mine', 'sub')
    mkdirSync(sub, { recursive: true })
    writeFileSync(join(sub, 'thesis.txt'), 'years')
    const { code, said } = await failing({ PORT: '0', XIESHANG_DATA: join(folder, 'mine') }, '--fresh')
    expect(code).toBe(1)
    expect(said).toMatch(/没有改动其中任何内容.*\n.*nothing in it was touched/)
    expect(readdirSync(join(folder, 'mine'), { recursive: true })).toEqual(['sub', join('sub', 'thesis.txt')])
  })

  it('a county or a port that does not exist', async () => {
    expect((await failing({}, '--counties', '999999')).said).toContain('331102')
    expect((await failing({}, '--everything')).said).toContain('--fresh')
    expect((await failing({ PORT: 'abc' })).said).toContain('“abc”')
  })
})

describe('a start that succeeds', () => {
  it('names what the templates ask for and the desk does not run, and leaves nothing behind when it is ended', async () => {
    const data = join(folder, 'well')
    const port = await freePort()
    const running = await startCity({ port, data, counties: ['331102'] })
    expect(running.output()).toMatch(/AWS::S3::Bucket \S+: City/)
    expect(running.output()).not.toMatch(/warning/i)
    const page = await fetch(`http://127.0.0.1:${port}/`)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    const before = (await readdir(data, { recursive: true })).filter((name) => !name.includes('sqlite')).sort()
    for (const second of [port, await freePort()]) {
      const { code, said } = await failing({ PORT: String(second), XIESHANG_DATA: data }, '--fresh')
      expect([code, said]).toEqual([1, expect.stringMatching(/正由另一个进程（\d+）使用/)])
    }
    const after = await readdir(data, { recursive: true })
    for (const name of before) expect(after).toContain(name)
    running.child.kill('SIGINT')
    const [code] = await once(running.child, 'exit')
    expect(code).toBe(0)
    // The directory is free again, and so is the port; what it holds is known, so that it can be emptied.
    const again = await startCity({ port, data, counties: ['331102'], args: ['--fresh'] })
    await again.stop()
  })
})
