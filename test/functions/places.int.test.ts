import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { childrenOf, linesFor } from '@xieshang/divisions'
import { openCityStore } from '@xieshang/store/city'
import type { CloudFormationCustomResourceEvent, CloudFormationCustomResourceResponse } from 'aws-lambda'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { createTestTable } from '../../packages/store/test/table.ts'
import { called } from './called.ts'

const county = '331102'

/** Where CloudFormation waits for what came of a resource. */
async function startWaiting() {
  const answers: { type: string | undefined; body: CloudFormationCustomResourceResponse }[] = []
  let status = 200
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    if (status === 200) answers.push({ type: request.headers['content-type'], body: JSON.parse(body) })
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/answer?signed`,
    take: () => answers.splice(0),
    answerWith: (next: number) => {
      status = next
    },
    stop: () => server.close(),
  }
}

let waiting: Awaited<ReturnType<typeof startWaiting>>
let table: Awaited<ReturnType<typeof createTestTable>>['table']
let handler: ReturnType<typeof called<CloudFormationCustomResourceEvent, void>>

beforeAll(async () => {
  waiting = await startWaiting()
  const made = await createTestTable()
  table = made.table
  Object.assign(process.env, {
    TABLE_NAME: made.tableName,
    TENANT: county,
    LOG_LEVEL: 'error',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_DYNAMODB: inject('dynamodb'),
  })
  handler = called((await import('../../functions/src/places/handler.ts')).handler)
})
afterAll(() => waiting.stop())

const told = (RequestType: 'Create' | 'Update' | 'Delete', Places: unknown = linesFor(county)) =>
  ({
    RequestType,
    ResponseURL: waiting.url,
    ...{ StackId: 'arn:stack', RequestId: `r-${RequestType}`, LogicalResourceId: 'placesof331102' },
    ...(RequestType !== 'Create' && { PhysicalResourceId: 'kept' }),
    ResourceType: 'Custom::Places',
    ...{ ServiceToken: 'arn:function', ResourceProperties: { ServiceToken: 'arn:function', County: county, Places } },
  }) as CloudFormationCustomResourceEvent

/** Asked anew, as a container that has just begun. */
const known = () => openCityStore(table).places.known()

describe('places that come with a deployment', () => {
  it('are written, however often they are told, and CloudFormation hears of it', async () => {
    for (let times = 0; times < 2; times++) {
      await handler(told('Create'))
      expect(waiting.take()).toEqual([
        {
          type: '',
          body: {
            Status: 'SUCCESS',
            ...{ StackId: 'arn:stack', RequestId: 'r-Create', LogicalResourceId: 'placesof331102' },
            PhysicalResourceId: 'placesof331102',
          },
        },
      ])
      expect((await known()).childrenOf(county)).toEqual(childrenOf(county))
    }
  })

  it('are written anew where they changed; what is gone goes, and the resource stays the same one', async () => {
    const fewer = linesFor(county).filter((line) => !line.startsWith('331102001'))
    await handler(told('Update', fewer))
    expect(waiting.take()).toMatchObject([{ body: { Status: 'SUCCESS', PhysicalResourceId: 'kept' } }])
    expect((await known()).find('331102001')).toBeUndefined()
    expect((await known()).childrenOf(county)).toHaveLength(childrenOf(county).length - 1)
  })

  it('stay when the resource is deleted: another of another name may have written them', async () => {
    await handler(told('Delete'))
    expect(waiting.take()).toMatchObject([{ body: { Status: 'SUCCESS', PhysicalResourceId: 'kept' } }])
    expect((await known()).nameOf(county)).toBe('莲都区')
  })

  it.each([
    ['are no list', '331102 莲都区'],
    ['have no names', linesFor(county).map((line) => line.slice(0, line.indexOf(' ')))],
    ['are another county’s', linesFor('331121')],
  ])('that %s are refused with the reason, and nothing is written', async (_what, places) => {
    const before = (await known()).all
    vi.spyOn(process.stdout, 'write').mockReturnValueOnce(true)
    await handler(told('Create', places))
    const [answer, ...others] = waiting.take()
    expect(answer?.body).toMatchObject({ Status: 'FAILED', PhysicalResourceId: 'placesof331102' })
    expect(others).toEqual([])
    const reason = answer?.body.Status === 'FAILED' ? answer.body.Reason : ''
    expect(reason).not.toBe('')
    expect(reason.length).toBeLessThanOrEqual(1_000)
    expect((await known()).all).toEqual(before)
  })

  it('whose answer is not taken are told again by Lambda, since the function fails', async () => {
    waiting.answerWith(403)
    await expect(handler(told('Create'))).rejects.toThrow('403')
    waiting.answerWith(200)
  })
})
