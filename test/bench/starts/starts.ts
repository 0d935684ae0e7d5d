import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Bundle, bundleFunction, bundleFunctions } from '../../../infra/src/bundle.ts'
import { root } from '../node.ts'
import { messagesTo } from './messages.ts'
import { requestsTo } from './requests.ts'
import { answering, type Started } from './started.ts'
import { startWorld } from './world.ts'

/** Each is started so many times, all in turn, so that a busy moment meets them alike. The first turn only warms. */
const times = 11

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const ofCity = new Set(['city', 'ingest', 'receipts', 'claims'])

/** Bare handlers: as anybody would bundle one, and as we bundle ours, which knows where Lambda's credentials are. */
const bares = ['bare', 'bare as ours'] as const
const entry = join(root, 'test/bench/starts/bareHandler.ts')

const sizeOf = (bundles: readonly Bundle[], name: string): number => {
  const [of = '', area = ''] = name.split('/')
  const bundle = bundles.find((one) => one.name === of)
  return bundle?.areas[area] ?? bundle?.kilobytes ?? 0
}

/**
 * Import and first answered request of each function, and of each area of an API, beside a bare handler that imports the
 * client of DynamoDB and answers one `GetItem`: each a process of its own, on the same engine, in one run.
 */
export async function starts(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'xieshang-starts-'))
  const world = await startWorld()
  try {
    const bundles = [
      await bundleFunction(root, { name: bares[0], entry, folder: join(folder, bares[0]), usual: true }),
      await bundleFunction(root, { name: bares[1], entry, folder: join(folder, bares[1]) }),
      ...(await bundleFunctions(root, folder)),
    ]
    const consultation = await world.county.ready(2 * times)
    const bare = () => ({ PK: { S: `CASE#${consultation}` }, SK: { S: 'HEAD' } })
    const requests = Object.entries(await requestsTo(world, consultation))
    const events = new Map<string, (turn: number) => unknown>([
      ...bares.map((name) => [name, bare] as const),
      ...requests.map(([name, request]) => [name, () => request] as const),
      ...Object.entries(await messagesTo(world, consultation)),
    ])
    const took = new Map<string, Started[]>([...events.keys()].map((name) => [name, []]))
    for (let turn = 0; turn <= times; turn++)
      for (const [name, event] of events) {
        const [of = name] = name.split('/')
        const environment = world.environment[ofCity.has(of) ? 'city' : 'county']
        const started = await answering(join(folder, of, 'index.mjs'), await event(turn), environment)
        if (turn > 0) took.get(name)?.push(started)
      }
    const of = (name: string, what: keyof Started) => median((took.get(name) ?? []).map((one) => one[what]))
    const ratio = (name: string, to: string, what: keyof Started) => (of(name, what) / of(to, what)).toFixed(2)
    for (const name of events.keys())
      console.log(
        `start          ${name.padEnd(19)} ${String(sizeOf(bundles, name)).padStart(4)} KB: import and first answer ${ratio(name, bares[0], 'answered')} times a bare handler (${ratio(name, bares[1], 'answered')} times one bundled as ours), import alone ${ratio(name, bares[0], 'loaded')}`,
      )
  } finally {
    await world.stop()
    await rm(folder, { recursive: true })
  }
}
