import { mkdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { openState } from '@xieshang/desk/kept'
import { inject } from 'vitest'
import { phonesPlugin } from '../../packages/local/src/phones/plugin.ts'
import { wechatPlugin } from '../../packages/local/src/wechat/platform.ts'
import { startKms } from '../../packages/store/test/county.ts'
import { freePort } from '../city/running.ts'
import type { City } from '../journey/city.ts'
import { type Api, callApi, tokenFor } from './http.ts'
import { openLoop } from './loop.ts'
import { openQueues } from './queues.ts'
import { answerSns, type Published } from './sns.ts'
import { startCity as startCityOf, startCounty, topicArn } from './tenants.ts'

export { freePort }

/**
 * The city in this very process: the functions' own source on a real table, called as Lambda calls them, with queues in
 * memory. It takes the place of `city/running.ts`, so the tests of the running city run on it in seconds and see a broken
 * line without a bundle. What templates, policies, limits and processes do is left to the desk.
 */
export type Running = {
  readonly output: () => string
  /** Lets nothing follow for the time of some work: what it commits is handed on afterwards. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>
  /** Resolves when nothing more follows from what was committed. */
  readonly quiet: () => Promise<void>
  readonly stop: () => Promise<void>
}

const origin = (port: number) => `http://127.0.0.1:${port}`

export async function startCity(options: {
  readonly port: number
  readonly data: string
  readonly counties: readonly string[]
  /** Another address of the engine, for those who count its calls. */
  readonly dynamodb?: string
}): Promise<Running> {
  const failures: string[] = []
  mkdirSync(options.data, { recursive: true })
  const state = openState(options.data)
  const desk = {
    account: '000000000000',
    region: 'us-east-1',
    state,
    clock: { now: Date.now, date: () => new Date() },
    say: (line: string) => void failures.push(line),
  }
  const phones = phonesPlugin(desk)
  const pages = [phones.page, wechatPlugin(desk).page]
  const kms = await startKms()
  const topic = openQueues()
  const cityTopic = openQueues()
  const apis = new Map<string, Api>()
  const here = origin(options.port)
  const endpoint = options.dynamodb ?? inject('dynamodb')
  const client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })

  const publish = (arn: string, { attributes, body }: Published) => {
    const tenant = arn.split('-').at(-1) ?? ''
    if (arn === topicArn('city')) cityTopic.publish(attributes, body)
    else topic.publish({ ...attributes, tenant }, body)
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', here)
    if (url.pathname.startsWith('/sns')) {
      let text = ''
      for await (const chunk of request) text += String(chunk)
      const to = { phone: (number: string, message: string) => phones.takeSms(number, message), topic: publish }
      response.writeHead(200, { 'content-type': 'text/xml' }).end(answerSns(new URLSearchParams(text), to))
      return
    }
    // How long a message stays hidden is the queues' own matter here.
    if (url.pathname.startsWith('/sqs')) {
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end('{}')
      return
    }
    const [, mount = '', path = ''] = /^\/api\/([^/]+)(\/.*)?$/.exec(url.pathname) ?? []
    const api = apis.get(mount)
    if (api !== undefined) {
      const { statusCode = 200, headers = {}, body = '', isBase64Encoded } = await callApi(api, request, url, path)
      response.writeHead(statusCode, headers as Record<string, string>)
      response.end(Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8'))
      goOn()
      return
    }
    for (const page of pages) if (await page(request, response, url)) return
    response.writeHead(404).end()
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      failures.push(String(error))
      response.writeHead(500).end(String(error))
    })
  })
  await new Promise<void>((resolve) => server.listen(options.port, '127.0.0.1', resolve))
  const near = {
    client,
    endpoints: {
      dynamodb: endpoint,
      sns: `${here}/sns`,
      sqs: `${here}/sqs`,
      kms: kms.endpoint,
      wechat: `${here}/wechat`,
      origin: here,
    },
    topic,
    cityTopic,
  }
  const counties: Awaited<ReturnType<typeof startCounty>>[] = []
  for (const code of options.counties) {
    const county = await startCounty(near, code)
    counties.push(county)
    apis.set(code, county.api)
  }
  const whole = await startCityOf(near, options.counties)
  apis.set('city', whole.api)

  const follow = openLoop(
    async () => {
      let busy = false
      for (const one of counties) busy = (await one.relay()) || busy
      busy = (await topic.turn()) || busy
      return (await cityTopic.turn()) || busy
    },
    (error) => failures.push(String(error)),
  )
  const goOn = follow.wake
  phones.logGroup.subscribe('receipts', {
    invoke: async (report) => {
      await whole.receipts(report)
      goOn()
    },
  })
  phones.start()
  const schedules = openLoop(
    async () => {
      for (const one of counties) await one.tick()
      goOn()
      return false
    },
    (error) => failures.push(String(error)),
  )
  const minuteHand = setInterval(schedules.wake, 2_000)

  return {
    output: () => failures.join('\n'),
    alone: async (work) => {
      await Promise.all([follow.hold(), schedules.hold()])
      try {
        return await work()
      } finally {
        follow.release()
        schedules.release()
      }
    },
    quiet: async () => {
      goOn()
      await follow.hold()
      follow.release()
    },
    stop: async () => {
      clearInterval(minuteHand)
      await phones.stop()
      await Promise.all([follow.stop(), schedules.stop()])
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      kms.stop()
      state.close()
    },
  }
}

/** The same as a journey sees it. */
export const cityAt = (port: number, _data: string): City => ({
  origin: origin(port),
  patienceMs: 0,
  token: async (role, division, officer = 1) => tokenFor({ role, division, officer }),
})
