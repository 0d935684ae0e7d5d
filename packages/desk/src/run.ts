import { join } from 'node:path'
import { openAccess } from './access/access.ts'
import { buttonTag } from './clock/button.ts'
import { openClock } from './clock/clock.ts'
import { clockPages } from './clock/page.ts'
import { openQuiet } from './clock/quiet.ts'
import { openKms } from './engines/kms.ts'
import { openEngines } from './engines/open.ts'
import { indexStreams } from './engines/streamIndex.ts'
import type { openGateway, Page } from './http/gateway.ts'
import { jsonPage, webPages } from './http/pages.ts'
import { wireApis } from './http/wire.ts'
import { openIdentity } from './identity/open.ts'
import { openFunctions } from './lambda/fromTemplate.ts'
import type { DeskOptions, RunningDesk } from './options.ts'
import { openPlugins } from './plugins/open.ts'
import { type Desk, openCatalogue } from './resources/context.ts'
import { account, region } from './runtime.ts'
import { runSchedules } from './schedules/run.ts'
import { openPace } from './sources/pace.ts'
import { wireSources } from './sources/wire.ts'
import { openDisk } from './state/disk.ts'
import { openState } from './state/state.ts'
import type { Stops } from './stops.ts'
import { startStacks } from './templates/startStack.ts'

/** Runs a desk on a folder that is claimed and a port that is taken: first its pages, then engines, stacks, sources. */
export async function run(
  options: DeskOptions,
  {
    pages,
    gateway,
    port,
    stops,
  }: { pages: Page[]; gateway: ReturnType<typeof openGateway>; port: number; stops: Stops },
): Promise<RunningDesk> {
  const { dataDir, say = () => undefined } = options
  const state = openState(dataDir)
  stops.add(() => state.close())
  const clock = openClock(state, options.clock)
  gateway.goBy(clock)
  const plugins = openPlugins(options.plugins ?? [], { account, region, state, clock, say })
  stops.add(() => plugins.stop())

  const origin = `http://127.0.0.1:${port}`
  const origins = [origin, `http://localhost:${port}`]
  const issuer = `${origin}/oidc`
  state.set('origin', origin)
  const identity = await openIdentity(options.identity, { issuer, origins, state, clock })
  const pageHeaders = new Map<string, string>()
  const { promise: running, resolve: runs } = Promise.withResolvers<ReturnType<typeof runSchedules>>()
  pages.push(
    ...identity.pages,
    ...plugins.pages,
    clockPages(clock, origins, options.zone ?? '+00:00', async (target) => (await running).advance(target)),
    jsonPage('/config.json', () => ({ ...identity.config, ...options.config })),
    ...(options.webDir === undefined ? [] : [webPages(options.webDir, pageHeaders, buttonTag)]),
  )

  say('启动数据库、消息引擎 / starting DynamoDB Local and the message engine')
  const kms = openKms(state, region, account)
  const disk = openDisk(dataDir, say)
  stops.add(() => disk.stop())
  const pace = openPace()
  const access = openAccess()
  const catalogue = openCatalogue({ region, account })
  const engines = await openEngines({
    dataDir,
    state,
    access,
    catalogue,
    kms,
    pace,
    takeSms: plugins.takeSms,
    say,
    failed: disk.look,
    lost: options.lost,
    stops,
  })
  const quiet = openQuiet(() => [...desk.functions.values()].some((one) => one.busy() > 0))
  const { endpoint } = engines
  const desk: Desk = {
    account,
    region,
    origin,
    dynamodb: engines.dynamodb,
    sns: engines.sns,
    sqs: engines.sqs,
    kms,
    functionsEndpoint: endpoint,
    access,
    catalogue,
    functions: new Map(),
    apis: new Map(),
    pageHeaders,
    fronts: [],
    edgeCode: new Map(),
    plugins,
    eventSources: [],
    schedules: [],
    expiring: [],
    kept: state,
    startFunction: openFunctions({
      dataDir,
      endpoint,
      access,
      ahead: clock.ahead,
      quiet,
      refresh: options.refresh,
      say,
      failed: disk.look,
      stops,
    }),
  }
  const notRun = await startStacks(desk, options, { origin, issuer })

  indexStreams(join(dataDir, 'dynamodb'))
  wireApis(desk, gateway)
  gateway.behind(desk.fronts)
  const sources = await wireSources(desk, { streams: engines.streams, sqs: engines.sqs, state, pace, say })
  stops.add(() => Promise.all(sources.map((source) => source.stop())))
  const schedules = runSchedules(desk, clock, quiet, say)
  stops.add(() => schedules.stop())
  runs(schedules)

  plugins.start()
  gateway.open()
  const { token } = identity
  return { origin, notRun, token, advance: schedules.advance, grants: access.grants, stop: stops.end }
}
