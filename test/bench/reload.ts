import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../city/running.ts'
import { makeSandbox } from '../mutation/sample/sandbox.ts'
import { root, timed } from './node.ts'

const county = '331102'
const patienceMs = 60_000
const rounds = 5

/** Files that are edited, each with a word in it that the API's document shows: a function's library, and one deep below. */
const edited = [
  { file: 'packages/http/src/documents.ts', word: '县（市、区）接口' },
  { file: 'packages/http/src/openapi.ts', word: "'3.1.0'" },
] as const

/** A city in a copy of the project whose functions follow their sources. */
async function startCopy(folder: string) {
  const port = await freePort()
  const child = spawn(
    process.execPath,
    [join(folder, 'packages/local/src/cli/start.ts'), '--watch', '--counties', county],
    {
      env: { ...process.env, PORT: String(port), XIESHANG_DATA: join(folder, '.data') },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString('utf8').includes('ready http')) resolve()
    })
    child.once('exit', (code) => reject(new Error(`The copy ended with ${code} before it was ready`)))
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  return {
    document: async () => (await fetch(`http://127.0.0.1:${port}/api/${county}/openapi.json`)).text(),
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
const shown = (ms: number) => `${Math.round(ms)} ms`

/** From the moment a source is written until a call answers with the change, beside a call of a function that runs. */
export async function reload(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'xieshang-reload-'))
  makeSandbox(root, folder, [])
  const copy = await startCopy(folder)
  try {
    await copy.document()
    const call = await timed(copy.document)
    for (const { file, word } of edited) {
      const path = join(folder, file)
      const before = await readFile(path, 'utf8')
      const took: number[] = []
      for (let round = 0; round < rounds; round++) {
        const mark = word.replace(/'?$/, (end) => `-${round}${end}`)
        await writeFile(path, before.replace(word, mark))
        const { ms } = await timed(async () => {
          const wanted = mark.replaceAll("'", '')
          for (const until = Date.now() + patienceMs; !(await copy.document()).includes(wanted); )
            if (Date.now() > until) throw new Error(`${file} was changed and no call ran it`)
        })
        took.push(ms)
      }
      console.log(
        `reload         ${file}: edit to answer ${shown(median(took))} (${took.map(shown).join(', ')}), ${(median(took) / call.ms).toFixed(1)} times a call`,
      )
    }
  } finally {
    await copy.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
