import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openLog } from '../src/logs/log.ts'
import { openDisk } from '../src/state/disk.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-disk-'))
})

afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true })
})

describe('a log', () => {
  it('that cannot be written is said and goes on when it can', async () => {
    const failures: string[] = []
    const file = join(folder, 'f.log')
    // A device that is always full, where there is one; a folder that is not there fails likewise.
    const full = existsSync('/dev/full')
    if (full) symlinkSync('/dev/full', file)
    const log = openLog(full ? file : join(folder, 'nowhere', 'f.log'), (error) => failures.push(error.message))
    log.write('lost')
    await vi.waitFor(() => expect(failures).toHaveLength(1))
    expect(failures[0]).toMatch(/ENOSPC|ENOENT/)
    log.write('lost as well, without another try')
    if (full) rmSync(file)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 })
    if (full) {
      log.write('kept')
      await log.close()
      expect(readFileSync(file, 'utf8')).toBe('kept\n')
    }
    expect(failures).toHaveLength(1)
    await log.close()
  })
})

describe('a full disk', () => {
  it('is said once, in words, and so is that it no longer is', async () => {
    vi.useFakeTimers()
    const said: string[] = []
    let free = 0
    const disk = openDisk(
      '/data',
      (line) => said.push(line),
      async () => free,
    )
    disk.look()
    disk.look()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(said).toEqual([expect.stringMatching(/磁盘已满.*The disk is full.*\/data/)])
    free = 1e9
    await vi.advanceTimersByTimeAsync(10_000)
    expect(said).toHaveLength(2)
    expect(said[1]).toMatch(/已恢复/)
    disk.look()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(said).toHaveLength(2)
    disk.stop()
  })
})
