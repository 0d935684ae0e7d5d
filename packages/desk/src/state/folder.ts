import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartFailure } from '../engines/failure.ts'
import { forget, isRunning, record, recorded } from '../engines/processes.ts'

/** Whose a data folder is, and in which version it is written. */
export type Product = {
  readonly name: string
  readonly version: number
  /** Begins the names of the files by which a run holds the folder; `desk` without it. */
  readonly run?: string
}

type Mark = {
  readonly product: string
  readonly version: number
  /** A deletion that was asked for and is not finished. */
  readonly emptying?: true
}

/** Everything that a run puts into its folder. What is not here is somebody else's and is never deleted. */
const contents = ['desk.sqlite', 'desk.sqlite-wal', 'desk.sqlite-shm', 'dynamodb', 'messages', 'logs', 'tmp']

/** What stays when a folder is emptied: which processes are ours. */
const processesOf = ({ run = 'desk' }: Product) => [`${run}.pid`, `${run}.lock`, 'dynamodb.pid']

/** What systems put into folders by themselves. */
const ofTheSystem = ['.DS_Store', 'Thumbs.db', 'desktop.ini', 'lost+found']

/** The version of folders from before there was a mark. */
const unmarked = 1

/** Before it had a mark, a folder was known by its database and by holding nothing else than ours. */
function isFromBefore(dir: string, found: readonly string[]): boolean {
  if (!found.includes('desk.sqlite')) return false
  const file = openSync(join(dir, 'desk.sqlite'), 'r')
  const begins = Buffer.alloc(15)
  try {
    readSync(file, begins)
  } finally {
    closeSync(file)
  }
  return begins.toString() === 'SQLite format 3'
}

const isMark = (value: unknown): value is Mark =>
  typeof value === 'object' &&
  value !== null &&
  'product' in value &&
  typeof value.product === 'string' &&
  'version' in value &&
  typeof value.version === 'number'

function markIn(file: string): Mark | undefined {
  if (!existsSync(file)) return undefined
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isMark(value) ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const inUse = (dir: string, run: string) => {
  const pid = recorded(dir, run) ?? '?'
  return new StartFailure(
    `数据目录 ${dir} 正由另一个进程（${pid}）使用。请先结束它，或另选目录。`,
    `The data directory ${dir} is in use by another run (process ${pid}). End it first, or choose another directory.`,
    'anotherFolder',
  )
}

/** The lock of a folder. The system gives it back when the process ends, however it ends. */
function lock(dir: string, run: string): DatabaseSync {
  const held = new DatabaseSync(join(dir, `${run}.lock`))
  try {
    held.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    return held
  } catch (error) {
    held.close()
    if (error instanceof Error && /locked|busy/i.test(error.message)) throw inUse(dir, run)
    throw error
  }
}

/**
 * Looks whose a data folder is and takes it for this process. Nothing is deleted here.
 * @param fresh whether it is going to be emptied, so that an older version is no obstacle
 * @throws StartFailure when it is another's, another version's, or another run's
 */
export function claimFolder(dir: string, product: Product, fresh: boolean) {
  mkdirSync(dir, { recursive: true })
  const markFile = `${product.name}.json`
  const { run = 'desk' } = product
  const keeps = processesOf(product)
  const known = [...contents, ...keeps, markFile, `${markFile}.new`]
  const all = readdirSync(dir).filter((name) => !ofTheSystem.includes(name))
  const foreign = all.filter((name) => !known.includes(name))
  const mark = markIn(join(dir, markFile))
  const empty = all.every((name) => keeps.includes(name) || name === `${markFile}.new`)
  const version = mark?.version ?? (foreign.length === 0 && isFromBefore(dir, all) ? unmarked : undefined)

  if ((version === undefined && !empty) || (mark !== undefined && mark.product !== product.name))
    throw new StartFailure(
      `目录 ${dir} 里有别的内容，不是这个程序的数据目录，没有改动其中任何内容。请另选一个空目录。`,
      `The directory ${dir} holds something else and is no data directory of this product; nothing in it was touched. Choose an empty one.`,
      'anotherFolder',
    )
  if (version !== undefined && version > product.version)
    throw new StartFailure(
      `数据目录 ${dir} 由更新的版本（第${version}版）写成，当前程序只认得第${product.version}版，没有改动其中任何内容。请更新程序，或另选目录。`,
      `The data directory ${dir} was written by a newer version (${version}; this one knows ${product.version}); nothing in it was touched. Update the program, or choose another directory.`,
      'anotherFolder',
    )
  if (fresh && foreign.length > 0)
    throw new StartFailure(
      `目录 ${dir} 里还有别的内容（${foreign.slice(0, 3).join('、')}），没有删除任何内容。请先移走它们，或另选目录。`,
      `The directory ${dir} also holds something else (${foreign.slice(0, 3).join(', ')}); nothing was deleted. Move it away first, or choose another directory.`,
      'anotherFolder',
    )
  if (!fresh && version !== undefined && version < product.version && mark?.emptying !== true)
    throw new StartFailure(
      `数据目录 ${dir} 由较早的版本（第${version}版）写成，当前程序用第${product.version}版。请清空重来；要保留就另选目录。`,
      `The data directory ${dir} was written by an older version (${version}; this one writes ${product.version}). Begin anew, or keep it and choose another directory.`,
      'anew',
      'anotherFolder',
    )
  // A run from before there was a lock is known by its process alone.
  if (mark === undefined && isRunning(recorded(dir, run))) throw inUse(dir, run)

  const held = lock(dir, run)
  record(dir, run, process.pid)
  const write = (value: Mark) => {
    writeFileSync(join(dir, `${markFile}.new`), `${JSON.stringify(value)}\n`)
    renameSync(join(dir, `${markFile}.new`), join(dir, markFile))
  }
  const own = { product: product.name, version: product.version }

  return {
    /** Deletes what earlier runs left, if that is wanted or was wanted and cut off, and marks the folder as ours. */
    begin(): void {
      if (fresh || mark?.emptying === true) {
        write({ ...own, version: version ?? product.version, emptying: true })
        for (const name of contents) rmSync(join(dir, name), { recursive: true, force: true })
      }
      write(own)
    },

    release(): void {
      forget(dir, run)
      held.close()
    },
  }
}
