import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StartFailure } from '../src/engines/failure.ts'
import { claimFolder } from '../src/state/folder.ts'
import { openState } from '../src/state/state.ts'

const product = { name: 'things', version: 2 }
let outer: string
let dir: string

beforeEach(() => {
  outer = realpathSync(mkdtempSync(join(tmpdir(), 'desk-folder-')))
  dir = join(outer, 'data')
})

afterEach(() => rmSync(outer, { recursive: true, force: true }))

const write = (name: string, text: string) => {
  mkdirSync(join(dir, name, '..'), { recursive: true })
  writeFileSync(join(dir, name), text)
}

/** Every file below the folder with what is in it. */
const everything = (folder = dir) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'utf8')])
    .sort()

/** A run that began well, left something, and was ended in one way or the other. */
function ran(version = product.version): void {
  const folder = claimFolder(dir, { ...product, version }, false)
  folder.begin()
  write('dynamodb/table', 'rows')
  write('desk.sqlite', 'state')
  folder.release()
}

/** What a claim says when it is refused, and that it changed nothing. */
function refused(fresh: boolean): string {
  const before = everything()
  try {
    claimFolder(dir, product, fresh)
  } catch (error) {
    expect(error).toBeInstanceOf(StartFailure)
    expect(everything()).toEqual(before)
    return (error as Error).message
  }
  throw new Error('The claim was not refused')
}

describe('a data folder', () => {
  it.each([false, true])('that is new or empty is taken and marked (fresh: %s)', (fresh) => {
    claimFolder(dir, product, fresh).begin()
    expect(JSON.parse(readFileSync(join(dir, 'things.json'), 'utf8'))).toEqual({ product: 'things', version: 2 })
  })

  it('is kept over runs, and emptied when that is wanted', () => {
    ran()
    const kept = claimFolder(dir, product, false)
    kept.begin()
    kept.release()
    expect(everything().map(([name]) => name)).toContain('table')
    const fresh = claimFolder(dir, product, true)
    expect(
      everything().map(([name]) => name),
      'nothing goes before the run begins',
    ).toContain('table')
    fresh.begin()
    expect(readdirSync(dir).sort()).toEqual(['desk.lock', 'desk.pid', 'things.json'])
  })

  it.each([false, true])('of another run is refused, whatever it asks for (fresh: %s)', (fresh) => {
    const running = claimFolder(dir, product, false)
    running.begin()
    write('dynamodb/table', 'rows')
    expect(refused(fresh)).toMatch(new RegExp(`${process.pid}.*\\n.*in use`))
    running.release()
    claimFolder(dir, product, fresh).release()
  })

  it.each([false, true])('that holds anything else is left alone (fresh: %s)', (fresh) => {
    write('sub/thesis.txt', 'years')
    expect(refused(fresh)).toMatch(/没有改动.*\n.*nothing in it was touched/)
    write('desk.sqlite', 'SQLite format 3\0')
    expect(refused(fresh)).toMatch(/nothing in it was touched/)
  })

  it('of ours into which somebody put something is used, and not emptied', () => {
    ran()
    write('thesis.txt', 'years')
    expect(refused(true)).toMatch(/thesis\.txt.*\n.*nothing was deleted/)
    claimFolder(dir, product, false).release()
  })

  it('marked by another product is refused', () => {
    ran()
    write('things.json', JSON.stringify({ product: 'others', version: 2 }))
    expect(refused(true)).toMatch(/no data directory of this product/)
  })

  it('of a newer version is refused, and of an older one is said', () => {
    ran(3)
    expect(refused(false)).toMatch(/newer version \(3/)
    expect(refused(true)).toMatch(/newer version \(3/)
    rmSync(dir, { recursive: true })
    ran(1)
    expect(refused(false)).toMatch(/older version \(1.*Begin anew/)
    claimFolder(dir, product, true).begin()
    expect(readdirSync(dir)).not.toContain('dynamodb')
  })

  it('from before there was a mark is an older version', () => {
    openState(dir).close()
    write('dynamodb/table', 'rows')
    expect(refused(false)).toMatch(/older version \(1/)
    // The process of a run from before there was a lock; this one's parent is a node that is alive.
    write('desk.pid', String(process.ppid))
    expect(refused(true)).toMatch(/in use/)
    rmSync(join(dir, 'desk.pid'))
    claimFolder(dir, product, true).begin()
    expect(readdirSync(dir)).not.toContain('dynamodb')
  })

  it('whose emptying was cut off is emptied by the next run, before it is used', () => {
    ran()
    // As it lies there when the deletion was killed in the middle.
    write('things.json', JSON.stringify({ product: 'things', version: 1, emptying: true }))
    rmSync(join(dir, 'desk.sqlite'))
    claimFolder(dir, product, false).begin()
    expect(readdirSync(dir)).not.toContain('dynamodb')
    expect(JSON.parse(readFileSync(join(dir, 'things.json'), 'utf8'))).toEqual({ product: 'things', version: 2 })
  })

  it('in which a first start was killed before it marked it is taken', () => {
    write('desk.lock', '')
    write('desk.pid', '999999999')
    write('things.json.new', '{"prod')
    claimFolder(dir, product, false).begin()
    expect(existsSync(join(dir, 'things.json'))).toBe(true)
  })

  it('reached through a link is the same folder, and what a link in it leads to stays', () => {
    ran()
    const link = join(outer, 'link')
    symlinkSync(dir, link)
    const elsewhere = join(outer, 'elsewhere')
    mkdirSync(elsewhere)
    writeFileSync(join(elsewhere, 'kept'), 'years')
    rmSync(join(dir, 'dynamodb'), { recursive: true })
    symlinkSync(elsewhere, join(dir, 'dynamodb'))
    const running = claimFolder(link, product, true)
    expect(refused(true)).toMatch(/in use/)
    running.begin()
    expect(everything(elsewhere)).toEqual([['kept', 'years']])
    expect(existsSync(link)).toBe(true)
    expect(readdirSync(dir)).not.toContain('dynamodb')
  })
})
