import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Engine, startDynamoDb } from '../src/engines/dynamodb.ts'
import { startMessages } from '../src/engines/messages.ts'

const credentials = { accessKeyId: 'b0a1c2d3e4f5', secretAccessKey: 'desk' }
const region = 'us-east-1'
const data = mkdtempSync(join(tmpdir(), 'desk-engines-'))
const said: string[] = []
const inTemporaryFolder = () => readdirSync(tmpdir()).filter((name) => /libsqlite4java|^hsperfdata/.test(name))
const before = inTemporaryFolder()
let database: Engine
let messages: Awaited<ReturnType<typeof startMessages>>

beforeAll(async () => {
  database = await startDynamoDb({ dataDir: data, say: (line) => said.push(line) })
  messages = await startMessages({ dataDir: join(data, 'messages'), region, credentials })
})

afterAll(async () => {
  await messages.stop()
  await database.stop()
  rmSync(data, { recursive: true })
})

const ports = () => [Number(new URL(database.endpoint).port), messages.port]

/** Addresses on which somebody listens at a port, as the kernel writes them. */
const listening = (port: number) =>
  ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) =>
    (existsSync(file) ? readFileSync(file, 'utf8') : '')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .flatMap(([, local = '', , state]) => {
        const [address = '', hex = ''] = local.split(':')
        return state === '0A' && Number.parseInt(hex, 16) === port ? [address] : []
      }),
  )

const client = (accessKeyId = credentials.accessKeyId) =>
  new DynamoDBClient({ endpoint: database.endpoint, region, credentials: { ...credentials, accessKeyId } })
const tables = async (accessKeyId?: string) =>
  (await client(accessKeyId).send(new ListTablesCommand({}))).TableNames ?? []

describe('the engines', () => {
  it('are reached from this machine only', async () => {
    const loopback = ['0100007F', '0000000000000000FFFF00000100007F']
    for (const port of ports()) {
      if (existsSync('/proc/net/tcp')) expect(listening(port).length).toBeGreaterThan(0)
      for (const address of listening(port)) expect(loopback).toContain(address)
      const others = Object.values(networkInterfaces()).flatMap((all) =>
        (all ?? []).filter(({ internal, family }) => !internal && family === 'IPv4'),
      )
      for (const { address: host } of others) {
        const tried = await new Promise((resolve) => {
          const socket = connect({ host, port }, () => resolve('connected'))
          socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code))
          socket.once('close', () => resolve('closed'))
        })
        expect(tried).toBe('ECONNREFUSED')
      }
    }
  })

  it('show nothing to who does not know the key of this run', async () => {
    await client().send(
      new CreateTableCommand({
        TableName: 'things',
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [{ AttributeName: 'PK', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'PK', AttributeType: 'S' }],
      }),
    )
    expect(await tables()).toEqual(['things'])
    expect(await tables('somebody')).toEqual([])
    const queues = (accessKeyId: string) =>
      new SQSClient({
        endpoint: `http://127.0.0.1:${messages.port}`,
        region,
        maxAttempts: 1,
        credentials: { ...credentials, accessKeyId },
      }).send(new ListQueuesCommand({}))
    await expect(queues(credentials.accessKeyId)).resolves.toBeDefined()
    await expect(queues('somebody')).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } })
    // What any page in a browser on this machine can send without being asked.
    const form = await fetch(`http://127.0.0.1:${messages.port}/`, {
      method: 'POST',
      body: new URLSearchParams({ Action: 'ListTopics' }),
    })
    expect(form.status).toBe(403)
  })

  it('killed, the database is said to be, comes back where it was, and has what it had', async () => {
    process.kill(Number(readFileSync(join(data, 'dynamodb.pid'), 'utf8')), 'SIGKILL')
    await vi.waitFor(() => expect(said).toHaveLength(2), 30_000)
    expect(said[0]).toMatch(/数据库引擎意外停止.*the database engine ended by itself/)
    expect(await tables()).toEqual(['things'])
  })

  it('leave nothing in the temporary folder', () => {
    expect(inTemporaryFolder().filter((name) => !before.includes(name))).toEqual([])
  })
})
