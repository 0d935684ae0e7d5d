import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Bundle, bundleFunction, bundleFunctions } from '../../../infra/src/bundle.ts'
import { root } from '../node.ts'
import type { Given } from './given.ts'
import { messagesTo } from './messages.ts'
import { requestsTo } from './requests.ts'
import { answering, type Started } from './started.ts'
import { startWorld } from './world.ts'

/** Each is started so many times, all in turn, so that a busy moment meets them alike. The first turn only warms. */
const times = 11

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const ofCity = new Set(['city', 'ingest', 'receipts', 'claims'])

/** As anybody would bundle one. */
const bare = 'bare'
const entry = join(root, 'test/bench/starts/bareHandler.ts')

const sizeOf = (bundles: readonly Bundle[], name: string): number => {
  const [of = '', area = ''] = name.split('/')
  const bundle = bundles.find((one) => one.name === of)
  return bundle?.areas[area] ?? bundle?.kilobytes ?? 0
}

const whats = ['work', 'least'] as const
type What = (typeof whats)[number]

/**
 * Import and first answer of each function, and of each area of an API, beside a bare handler that imports the client of
 * DynamoDB and answers one `GetItem`: each a process of its own, on the same engine, in one run.
 *
 * What is compared is a start, so that a function is asked the least: it reads what it keeps and finds nothing to do. What
 * its first work takes is said beside that; a dozen calls one after another would take as long when it is warm.
 */
export async function starts(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'xieshang-starts-'))
  const world = await startWorld()
  try {
    const bundles = [
      await bundleFunction(root, { name: bare, entry, folder: join(folder, bare), usual: true }),
      ...(await bundleFunctions(root, folder)),
    ]
    const consultation = await world.county.ready(2 * times)
    const head = { PK: { S: `CASE#${consultation}` }, SK: { S: 'HEAD' } }
    const given: Record<string, Given> = {
      [bare]: { least: () => head },
      ...(await requestsTo(world, consultation)),
      ...(await messagesTo(world, consultation)),
    }
    const took = new Map<string, Started[]>()
    for (let turn = 0; turn <= times; turn++)
      for (const [name, events] of Object.entries(given)) {
        const [of = name] = name.split('/')
        const environment = world.environment[ofCity.has(of) ? 'city' : 'county']
        for (const what of whats) {
          const event = events[what]
          if (event === undefined) continue
          const started = await answering(join(folder, of, 'index.mjs'), await event(turn), environment)
          const key = `${name} ${what}`
          if (turn > 0) took.set(key, [...(took.get(key) ?? []), started])
        }
      }
    const of = (name: string, what: What, figure: keyof Started) =>
      median((took.get(`${name} ${what}`) ?? []).map((one) => one[figure]))
    const answer = (name: string, what: What) =>
      `${(of(name, what, 'answered') / of(bare, 'least', 'answered')).toFixed(2)} (${of(name, what, 'calls')} calls)`
    console.log(
      `start          a bare handler was loaded in ${of(bare, 'least', 'loaded').toFixed()} ms, and had answered after ${of(bare, 'least', 'answered').toFixed()} ms; times that:`,
    )
    for (const [name, { work }] of Object.entries(given))
      console.log(
        `start          ${name.padEnd(19)} ${String(sizeOf(bundles, name)).padStart(4)} KB: loaded ${(of(name, 'least', 'loaded') / of(bare, 'least', 'loaded')).toFixed(2)}, first answer ${answer(name, 'least')}${work === undefined ? '' : `, first work ${answer(name, 'work')}`}`,
      )
  } finally {
    await world.stop()
    await rm(folder, { recursive: true })
  }
}
