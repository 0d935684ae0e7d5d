import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { SNSClient } from '@aws-sdk/client-sns'
import { openAccess } from './access/access.ts'
import { buttonTag } from './clock/button.ts'
import { openClock } from './clock/clock.ts'
import { clockPages } from './clock/page.ts'
import { openQuiet } from './clock/quiet.ts'
import { engineCredentials } from './engines/credentials.ts'
import { startDynamoDb } from './engines/dynamodb.ts'
import { startFront } from './engines/front.ts'
import { openKms } from './engines/kms.ts'
import { startMessages } from './engines/messages.ts'
import { openPassOn } from './engines/passOn.ts'
import { openSettled, readOnce } from './engines/settled.ts'
import { indexStreams } from './engines/streamIndex.ts'
import { openGateway, type Page } from './http/gateway.ts'
import { jsonPage, webPages } from './http/pages.ts'
import { wireApis } from './http/wire.ts'
import { mintToken, signingKey } from './identity/keys.ts'
import { identityPages } from './identity/provider.ts'
import { defineFunction, type LocalFunction } from './lambda/function.ts'
import { type Log, openLog } from './logs/log.ts'
import type { City, CityOptions } from './options.ts'
import { openPlugins } from './plugins/open.ts'
import { type Desk, object, openCatalogue, type Properties, text } from './resources/context.ts'
import { roleNamed } from './resources/iam.ts'
import { account, mostWorkers, region, runtimeEnvironment } from './runtime.ts'
import { runSchedules } from './schedules/run.ts'
import { openPace } from './sources/pace.ts'
import { openQueues } from './sources/queue.ts'
import { wireSources } from './sources/wire.ts'
import { openDisk } from './state/disk.ts'
import { claimFolder } from './state/folder.ts'
import { openState } from './state/state.ts'
import { readAssembly, type StackTemplate } from './templates/assembly.ts'
import { TemplateError } from './templates/evaluate.ts'
import { startStack } from './templates/startStack.ts'

/** Starts what the templates of an assembly say. @throws StartFailure with what a person can mend */
export async function startCity(options: CityOptions): Promise<City> {
  const say = options.say ?? (() => undefined)
  const folder = claimFolder(options.dataDir, options.product, options.fresh === true)
  const stops: (() => Promise<unknown> | unknown)[] = [() => folder.release()]
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end()
  }
  try {
    // Only who has the folder and the port begins: a start that is refused has changed nothing.
    const pages: Page[] = []
    const gateway = openGateway(pages)
    const port = await gateway.listen(options.port)
    stops.push(() => gateway.stop())
    folder.begin()
    mkdirSync(join(options.dataDir, 'logs'), { recursive: true })
    return await build(options, say, stops, stop, { pages, gateway, port })
  } catch (error) {
    await stop()
    throw error
  }
}

async function build(
  options: CityOptions,
  say: (line: string) => void,
  stops: (() => Promise<unknown> | unknown)[],
  stop: () => Promise<void>,
  { pages, gateway, port }: { pages: Page[]; gateway: ReturnType<typeof openGateway>; port: number },
): Promise<City> {
  const state = openState(options.dataDir)
  stops.push(() => state.close())
  const clock = openClock(state, options.clock)
  gateway.goBy(clock)
  const plugins = openPlugins(options.plugins ?? [], { account, region, state, clock, say })
  stops.push(() => plugins.stop())
  const credentials = engineCredentials(state)
  const key = await signingKey(state)
  const { identity } = options

  const pageHeaders = new Map<string, string>()
  const origin = `http://127.0.0.1:${port}`
  const origins = [origin, `http://localhost:${port}`]
  const issuer = `${origin}/oidc`
  const cookieSecret = state.get('cookie-secret') ?? crypto.randomUUID()
  state.set('cookie-secret', cookieSecret)
  state.set('origin', origin)
  const { promise: schedules, resolve: schedulesRun } = Promise.withResolvers<ReturnType<typeof runSchedules>>()
  pages.push(
    ...(identity === undefined ? [] : [identityPages({ issuer, key, cookieSecret, state, clock, identity, origins })]),
    ...plugins.pages,
    clockPages(clock, origins, options.zone ?? '+00:00', (target) => schedules.then((all) => all.advance(target))),
    jsonPage('/config.json', () => ({
      ...(identity !== undefined && { issuer, clientId: identity.clientId, audience: identity.audience }),
      ...options.config,
    })),
    ...(options.webDir === undefined ? [] : [webPages(options.webDir, pageHeaders, buttonTag)]),
  )

  say('启动数据库、消息引擎 / starting DynamoDB Local and the message engine')
  const [dynamodbEngine, messages] = await Promise.all([
    startDynamoDb({ dataDir: options.dataDir, say, ...(options.lost !== undefined && { lost: options.lost }) }),
    startMessages({ dataDir: join(options.dataDir, 'messages'), region, credentials }),
  ])
  stops.push(
    () => dynamodbEngine.stop(),
    () => messages.stop(),
  )
  const messagesEndpoint = `http://127.0.0.1:${messages.port}`
  const kms = openKms(state, region, account)
  const disk = openDisk(options.dataDir, say)
  stops.push(() => disk.stop())
  const pace = openPace()
  const access = openAccess()
  const catalogue = openCatalogue({ region, account })
  const toDatabase = openPassOn(dynamodbEngine.endpoint, { ...credentials, region })
  const toMessages = openPassOn(messagesEndpoint, { ...credentials, region })
  const front = await startFront({
    access,
    catalogue,
    database: toDatabase,
    messages: toMessages,
    kms,
    takeSms: plugins.takeSms,
    failed: disk.look,
    written: (table) => pace.touch(table),
    settled: openSettled(() => readOnce(toDatabase, catalogue)),
    say,
  })
  stops.push(
    () => toDatabase.stop(),
    () => toMessages.stop(),
    () => front.stop(),
  )
  const common = { region, credentials, maxAttempts: 3 }
  const sqs = openQueues({ ...common, endpoint: messagesEndpoint })
  const streams = new DynamoDBStreamsClient({ ...common, endpoint: dynamodbEngine.endpoint })
  const quiet = openQuiet(() => [...desk.functions.values()].some((one) => one.busy() > 0))
  const logs: Log[] = []
  stops.push(() => Promise.all(logs.map((log) => log.close())))

  const startFunction = (stack: StackTemplate, id: string, properties: Properties): LocalFunction => {
    const name = text(properties.FunctionName) || id
    const own = access.enrol({ name, role: roleNamed(text(properties.Role)) })
    const folder = stack.assets.get(text(object(properties.Code).S3Key))
    if (folder === undefined) throw new TemplateError(`${stack.name}: the code of ${name} is not among the assets`)
    const [file = 'index'] = text(properties.Handler).split('.')
    const log = openLog(join(options.dataDir, 'logs', `${name}.log`), disk.look)
    logs.push(log)
    return defineFunction(
      {
        name,
        file: join(folder, `${file}.mjs`),
        environment: {
          ...runtimeEnvironment(own, front.endpoint),
          ...(object(object(properties.Environment).Variables) as Record<string, string>),
          AWS_LAMBDA_FUNCTION_NAME: name,
          AWS_LAMBDA_FUNCTION_MEMORY_SIZE: text(properties.MemorySize),
        },
        memory: Number(properties.MemorySize ?? 128),
        timeoutMs: Number(properties.Timeout ?? 3) * 1000,
        concurrency: Math.min(mostWorkers, Number(properties.ReservedConcurrentExecutions ?? mostWorkers)),
        ahead: clock.ahead,
      },
      (line) => {
        log.write(line)
        if (/"level":"error"/.test(line)) say(`! ${name}: ${line.slice(0, 400)}`)
      },
      (effects) => {
        if (effects) quiet.note()
      },
    )
  }

  const desk: Desk = {
    account,
    region,
    dynamodb: new DynamoDBClient({ ...common, endpoint: dynamodbEngine.endpoint }),
    sns: new SNSClient({ ...common, endpoint: messagesEndpoint }),
    sqs,
    kms,
    functionsEndpoint: front.endpoint,
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
    startFunction,
  }
  stops.push(() => Promise.all([...new Set(desk.functions.values())].map((one) => one.stop())))
  const given = options.parameters?.({ origin, issuer }) ?? {}
  const exports = new Map<string, string>()
  const notRun: { stack: string; id: string; type: string }[] = []
  for (const stack of readAssembly(options.assemblyDir)) {
    if (options.wants?.(stack.name) === false) continue
    say(`启动 ${stack.name} / starting it`)
    await startStack(desk, stack, given, exports, notRun)
  }

  indexStreams(join(options.dataDir, 'dynamodb'))
  wireApis(desk, gateway)
  gateway.behind(desk.fronts)
  const sources = await wireSources(desk, { streams, sqs, state, pace, say })
  stops.push(() => Promise.all(sources.map((source) => source.stop())))
  const running = runSchedules(desk, clock, quiet, say)
  stops.push(() => running.stop())
  schedulesRun(running)

  plugins.start()
  gateway.open()
  return {
    origin,
    notRun,
    token: async (one) => {
      if (identity === undefined) throw new Error('Nobody signs in on this desk')
      return mintToken({ key, issuer, identity, clock }, one)
    },
    advance: running.advance,
    grants: access.grants,
    stop,
  }
}
