import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cityAt, freePort } from '../../city/running.ts'
import { openBook } from './book.ts'
import { chanceOf } from './chance.ts'
import { check, type Found, linksIn } from './check.ts'
import { type Group, startGroup } from './group.ts'
import { work } from './worker.ts'

const counties = ['331102', '331121']
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

export type Outcome = Found & {
  readonly kills: number
  readonly duringStart: number
  readonly acknowledged: number
  readonly again: number
  readonly cases: number
  readonly ballots: number
  /** Seconds from a start to its `ready`, the longest last. */
  readonly starts: readonly number[]
  /** Log lines with a phone number or a personal link. */
  readonly spilled: number
}

/**
 * Kills a city of two counties as often as asked for, with everything that belongs to it, at moments drawn by the seed,
 * while workers propose, import, notify, write and vote; starts it again each time; and in the end compares all that was
 * acknowledged with what stands.
 */
export async function killLoop(options: {
  readonly kills: number
  readonly seed: number
  readonly workers: number
  readonly say: (line: string) => void
}): Promise<Outcome> {
  const { kills, seed, say } = options
  const chance = chanceOf(seed)
  const port = await freePort()
  const home = await mkdtemp(join(tmpdir(), 'xieshang-kills-'))
  const data = join(home, 'city')
  const log = join(home, 'output.log')
  const city = { ...cityAt(port, data), patienceMs: 300_000 }
  const book = openBook()
  const start = () => startGroup({ port, data, counties, log })
  const starts: number[] = []
  let duringStart = 0
  let starting = false
  let killed = 0
  let group: Group = start()
  await group.ready
  // Tokens live longer than any loop.
  const workers = Array.from({ length: options.workers }, (_, number) =>
    work({
      city,
      county: counties[number % counties.length] ?? '',
      number,
      book,
      chance: chanceOf(seed + number + 1),
      goOn: () => killed < kills,
      say,
    }),
  )
  const failed = Promise.all(workers).then(
    () => undefined,
    (error: unknown) => error,
  )

  /** Waits for something to happen, or a while. */
  const moment = (name: 'acknowledged' | 'outgoing') =>
    once(book.moments, name, { signal: AbortSignal.timeout(30_000) }).catch((error: unknown) => {
      if (!(error instanceof Error && error.name === 'AbortError')) throw error
    })

  /** The moment of the next kill: just after an answer, while messages go out, while the city starts, or any. */
  async function nextMoment(): Promise<string> {
    const by = chance()
    if (starting && by < 0.6) {
      await pause(chance() * 5_000)
      duringStart++
      return 'during a start'
    }
    await group.ready
    if (by < 0.3) {
      await pause(1_000 + chance() * 4_000)
      await moment('acknowledged')
      await pause(chance() * 8)
      return 'just after an answer'
    }
    if (by < 0.7) {
      await moment('outgoing')
      await pause(chance() * 1_500)
      return 'while messages went out'
    }
    await pause(1_500 + chance() * 8_000)
    return 'at any moment'
  }

  async function killOnce(): Promise<void> {
    const when = await nextMoment()
    await group.kill()
    killed++
    const from = Date.now()
    group = start()
    say(`kill ${killed} of ${kills}, ${when}: ${book.acknowledged} writes acknowledged`)
    starting = chance() < 0.2
    if (starting) return
    await group.ready
    starts.push(Math.round((Date.now() - from) / 100) / 10)
  }

  try {
    while (killed < kills) await killOnce()
    await group.ready
    const error = await failed
    if (error !== undefined) throw error
    const found = await check(city, book)
    return {
      ...found,
      kills: killed,
      duringStart,
      acknowledged: book.acknowledged,
      again: book.again,
      cases: book.cases.length,
      ballots: book.cases.reduce((sum, { cast }) => sum + cast.length, 0),
      starts: starts.toSorted((a, b) => a - b),
      spilled: await spilledIn(home, linksIn(book)),
    }
  } finally {
    await group.stop()
    await rm(home, { recursive: true, force: true })
  }
}

/** U2: no phone number and no personal link is in any log line, of any life of the city. */
async function spilledIn(data: string, links: readonly string[]): Promise<number> {
  const files = await readdir(data, { recursive: true, withFileTypes: true })
  const logs = files.filter((file) => file.isFile() && file.name.endsWith('.log'))
  const texts = await Promise.all(logs.map((file) => readFile(join(file.parentPath, file.name), 'utf8')))
  return texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => /(?<!\d)1[3-9]\d{9}(?!\d)/.test(line) || links.some((link) => line.includes(link))).length
}

/** What came of it, in words. */
export const wordsOf = (outcome: Outcome): string[] => {
  const { kills, duringStart, cases, acknowledged, again, ballots, sms, uncertain, wrong, starts, spilled } = outcome
  return [
    `${kills} kills, ${duringStart} of them soon after a start; ${cases} consultations, ${ballots} ballots`,
    `${acknowledged} writes acknowledged, ${again} of them only when they were sent again; ${wrong.length} lost, doubled or wrong`,
    `SMS: ${sms.due} due, ${sms.received} received, ${sms.doubled} doubled, ${uncertain.length} seats uncertain and listed`,
    `ready again after ${starts.at(Math.floor(starts.length / 2))} s (median), ${starts.at(-1)} s at most; ${spilled} log lines with a number or a link`,
    ...uncertain.map((line) => `  uncertain: ${line}`),
    ...wrong.map((line) => `  WRONG: ${line}`),
  ]
}
