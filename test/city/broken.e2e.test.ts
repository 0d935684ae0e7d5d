import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ApiError, officer, openApi } from '../journey/api.ts'
import { cases } from '../journey/cases.ts'
import { cityAt, freePort, type Running, startCity } from './running.ts'

const village = '331102001001'
const folder = mkdtempSync(join(tmpdir(), 'xieshang-broken-'))
const data = join(folder, 'data')
let port: number
let running: Running
let mounted = false

beforeAll(async () => {
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=40m', 'tmpfs', folder], { stdio: 'ignore' })
    mounted = true
  } catch {
    // Only an administrator may: then the disk is not filled below.
  }
  port = await freePort()
  running = await startCity({ port, data, counties: ['331102'] })
}, 300_000)

afterAll(async () => {
  await running?.stop()
  if (mounted) execFileSync('/bin/umount', [folder])
  rmSync(folder, { recursive: true, force: true })
})

const clerk = async () =>
  officer(openApi(`http://127.0.0.1:${port}/api/331102`), await cityAt(port, data).token('village', village))

const propose = async (title: string) =>
  (await clerk()).post<{ consultation: { id: string } }>('/consultations', {
    division: village,
    title,
    description: cases[0]?.description ?? '',
    matter: cases[0]?.matter ?? '',
    publicInterest: true,
    proposers: [{ kind: 'committee', name: '居民委员会' }],
  })

const titles = async () => {
  const { consultations } = await (await clerk()).get<{ consultations: { title: string }[] }>('/consultations')
  return consultations.map(({ title }) => title)
}

describe('a city whose ground gives way', () => {
  it('says that its database was killed, brings it back, and answers who asked meanwhile', async () => {
    await propose('停电之前')
    process.kill(Number(readFileSync(join(data, 'dynamodb.pid'), 'utf8')), 'SIGKILL')
    await propose('停电之时')
    await vi.waitFor(() => expect(running.output()).toContain('数据库引擎已恢复'), 60_000)
    expect(running.output()).toContain('the database engine ended by itself')
    expect(await titles()).toEqual(expect.arrayContaining(['停电之前', '停电之时']))
  })

  it('lives through a full disk, says so in words, and goes on when there is space', async ({ annotate }) => {
    if (!mounted) {
      await annotate('no small disk can be mounted here: a full disk was not tried')
      return
    }
    mkdirSync(join(folder, 'fill'))
    const file = openSync(join(folder, 'fill', 'all'), 'w')
    const block = Buffer.alloc(4096)
    try {
      for (;;) writeSync(file, block)
    } catch (error) {
      expect(String(error)).toContain('ENOSPC')
    } finally {
      closeSync(file)
    }
    await expect(propose('磁盘已满')).rejects.toSatisfy((error) => error instanceof ApiError && error.status === 500)
    await vi.waitFor(() => expect(running.output()).toMatch(/磁盘已满.*The disk is full/), 10_000)
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200)
    rmSync(join(folder, 'fill'), { recursive: true })
    await vi.waitFor(() => expect(running.output()).toContain('There is space on the disk again'), 10_000)
    await propose('有空间了')
    expect(await titles()).toEqual(expect.arrayContaining(['停电之前', '停电之时', '有空间了']))
    expect(running.child.exitCode).toBeNull()
  })
})
