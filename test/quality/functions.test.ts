import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'
import { functionNames } from '../../infra/src/bundle.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, 'functions/src')
/** What is loaded at a start: a function, or of an API in areas each of them. */
const files = (await functionNames(root)).flatMap((name) => {
  const areas = join(folder, name, 'areas')
  return existsSync(areas) ? readdirSync(areas).map((file) => join(name, 'areas', file)) : [join(name, 'handler.ts')]
})

/** What a template gives one function or another. */
const variables = {
  TENANT: '331102',
  TABLE_NAME: 'table',
  SEALS_TABLE: 'seals',
  KEY_ARN: 'key',
  TOPIC_ARN: 'arn:aws:sns:us-east-1:000000000000:topic',
  QUEUE_URL: 'https://sqs.us-east-1.amazonaws.com/000000000000/queue',
  PUBLIC_ORIGIN: 'https://xieshang.example',
  WECHAT_ENDPOINT: 'https://wechat.example',
  FRONT_SECRET: 'secret',
  COUNTIES: '331102,331121',
  AWS_REGION: 'us-east-1',
}

function load(file: string, environment: Readonly<Record<string, string>>): Promise<{ readonly handler: object }> {
  vi.unstubAllEnvs()
  for (const variable of Object.keys(variables)) vi.stubEnv(variable, environment[variable])
  vi.resetModules()
  return import(join(folder, file))
}

it.each(files)('%s is a middy handler', async (file) => {
  expect((await load(file, variables)).handler).toHaveProperty('use')
})

it.each(files)('%s does not begin without whose it is, and says so', async (file) => {
  await expect(load(file, { ...variables, TENANT: '' })).rejects.toThrow('TENANT')
})

it('no value of the environment is repeated where it is wrong', async () => {
  const { environment } = await import('../../functions/src/wiring/environment.ts')
  vi.stubEnv('TENANT', variables.TENANT)
  vi.stubEnv('PUBLIC_ORIGIN', 'not an address')
  vi.stubEnv('TABLE_NAME', undefined)
  expect(() => environment('PUBLIC_ORIGIN', 'TABLE_NAME', 'TENANT')).toThrow(
    /lacks, or has wrong: PUBLIC_ORIGIN, TABLE_NAME$/,
  )
})

it('the environment is read in one place', () => {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const reading = all.filter(
    (file) => !file.includes('.test.') && readFileSync(join(folder, file), 'utf8').includes('process.env'),
  )
  expect(reading).toEqual(['wiring/environment.ts'])
})
