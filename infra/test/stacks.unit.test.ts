import { describe, expect, it } from 'vitest'
import { emptyCityApp } from './city.ts'
import { Stack, type Statement, synthesizedStacks } from './template.ts'

const { city, counties } = synthesizedStacks()
const stacks = [city, ...counties]

const actionsOf = (statement: Statement): readonly string[] => [statement.Action].flat()

const namesOf = (stack: Stack) =>
  stack.of('AWS::Lambda::Function').flatMap(([, { FunctionName }]) => FunctionName ?? [])

const isSeals = ({ TableName }: Record<string, unknown>) => String(TableName).endsWith('-seals')

describe('routes', () => {
  const open = /\/(links|public|screens)\/|\/openapi\.json|\$default/
  it.each(stacks.map((stack) => ({ stack, name: stack.name })))(
    'of $name need a token but for the open ones',
    ({ stack }) => {
      const routes = stack.of('AWS::ApiGatewayV2::Route').map(([, route]) => route)
      expect(routes.length).toBeGreaterThan(4)
      for (const { RouteKey, AuthorizationType } of routes)
        expect([RouteKey, AuthorizationType]).toEqual([RouteKey, open.test(String(RouteKey)) ? 'NONE' : 'JWT'])
    },
  )

  it('are logged without the path, which may be a personal link', () => {
    for (const stack of stacks)
      for (const [, { AccessLogSettings }] of stack.of('AWS::ApiGatewayV2::Stage')) {
        const { Format } = AccessLogSettings as { Format: string }
        expect(Format).toContain('routeKey')
        expect(Format).not.toMatch(/context\.(path|protocol\.path|domainName)/)
      }
  })
})

describe('what a county’s topic says', () => {
  it('goes to the queues that ask for it', () => {
    for (const county of counties) {
      const policies = county.of('AWS::SNS::Subscription').map(([, subscription]) => subscription)
      expect(policies.map(({ FilterPolicy, RawMessageDelivery }) => [FilterPolicy, RawMessageDelivery])).toEqual(
        expect.arrayContaining([
          [{ kind: ['delivery'], channel: ['sms'] }, true],
          [{ kind: ['step'] }, true],
          [{ kind: ['receipts'] }, true],
          [{ kind: ['posting'], channel: ['wechat'] }, true],
          [{ kind: ['summary', 'entry', 'owed'] }, true],
        ]),
      )
    }
  })

  it('is taken in batches whose failures are told one by one', () => {
    for (const stack of stacks)
      for (const [, source] of stack.of('AWS::Lambda::EventSourceMapping'))
        expect(source.FunctionResponseTypes).toEqual(['ReportBatchItemFailures'])
  })

  it('lands on a dead-letter queue with an alarm when it cannot be handled', () => {
    for (const stack of stacks) {
      const queues = stack.of('AWS::SQS::Queue')
      const working = queues.filter(([, { QueueName }]) => !String(QueueName).endsWith('-dead'))
      for (const [, { RedrivePolicy }] of working) expect(RedrivePolicy).toBeDefined()
      const alarmed = JSON.stringify(stack.of('AWS::CloudWatch::Alarm'))
      for (const [id, { QueueName }] of queues.filter(([, { QueueName: name }]) => String(name).endsWith('-dead')))
        expect(alarmed, String(QueueName)).toContain(id)
    }
  })

  it('P3a: an SMS that its sender gave up comes to whoever keeps what became of it', () => {
    for (const county of counties) {
      const queues = county.of('AWS::SQS::Queue')
      const named = (name: string) => queues.find(([, { QueueName }]) => String(QueueName).endsWith(name))
      const [tracking] = named('-tracking') ?? []
      expect(JSON.stringify(named('-sms')?.[1].RedrivePolicy)).toContain(`"${tracking}"`)
      const source = county
        .of('AWS::Lambda::EventSourceMapping')
        .find(([, { EventSourceArn }]) => JSON.stringify(EventSourceArn).includes(`"${tracking}"`))
      expect(JSON.stringify(source?.[1].FunctionName)).toMatch(/"Ref":"tracking/)
    }
  })

  it('S2: what SNS says became of an SMS is handed on, whether it arrived or not', () => {
    const groups = city.of('AWS::Logs::SubscriptionFilter').map(([, { LogGroupName }]) => JSON.stringify(LogGroupName))
    expect(groups).toHaveLength(2)
    const names = city.of('AWS::Logs::LogGroup').map(([, { LogGroupName }]) => JSON.stringify(LogGroupName))
    for (const end of ['/DirectPublishToPhoneNumber"', '/DirectPublishToPhoneNumber/Failure"'])
      expect(names.filter((name) => name.includes(end))).toHaveLength(1)
  })

  it('stays hidden from a second reader for six times the reader’s time', () => {
    for (const stack of stacks)
      for (const [, source] of stack.of('AWS::Lambda::EventSourceMapping')) {
        const queue = /\["([^"]+)","Arn"\]/.exec(JSON.stringify(source.EventSourceArn))?.[1] ?? ''
        const reader = (source.FunctionName as { Ref: string }).Ref
        if (stack.resources.get(queue)?.Type !== 'AWS::SQS::Queue') continue
        const timeout = Number(stack.resources.get(reader)?.Properties.Timeout)
        expect(Number(stack.resources.get(queue)?.Properties.VisibilityTimeout)).toBe(timeout * 6)
      }
  })
})

describe('what is kept', () => {
  it('lies encrypted: a county’s with its own key', () => {
    for (const county of counties) {
      const [key] = county.of('AWS::KMS::Key')[0] ?? []
      for (const type of ['AWS::DynamoDB::Table', 'AWS::SQS::Queue', 'AWS::SNS::Topic'])
        for (const [id, properties] of county.of(type)) expect(JSON.stringify(properties), id).toContain(String(key))
    }
    for (const [, { SSESpecification }] of city.of('AWS::DynamoDB::Table'))
      expect(SSESpecification).toMatchObject({ SSEEnabled: true })
  })

  it('can be brought back and is not deleted with its stack', () => {
    for (const stack of stacks)
      for (const [, table] of stack.of('AWS::DynamoDB::Table'))
        expect(table).toMatchObject({
          DeletionProtectionEnabled: true,
          ...(!isSeals(table) && { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }),
        })
  })

  it('P6a: but for the keys of secret rounds, which no copy outlives, and which only who counts can read', () => {
    for (const county of counties) {
      const [seals, ...others] = county.of('AWS::DynamoDB::Table').filter(([, table]) => isSeals(table))
      expect(others).toEqual([])
      const [id, table] = seals ?? []
      expect(table).not.toHaveProperty('StreamSpecification')
      expect(table).not.toHaveProperty('PointInTimeRecoverySpecification')
      const backedUp = county.of('AWS::Backup::BackupSelection').length
      expect(backedUp).toBe(0)
      const allowed = namesOf(county).flatMap((name) =>
        county
          .statementsOf(String(name))
          .filter(({ Resource }) => JSON.stringify(Resource ?? '').includes(`"${id}"`))
          .map((statement) => [String(name).split('-').at(-1), [...actionsOf(statement)].sort()]),
      )
      expect(allowed).toEqual([
        ['staff', ['dynamodb:PutItem']],
        ['count', ['dynamodb:DeleteItem', 'dynamodb:GetItem']],
      ])
    }
  })

  it('of logs is a year: longer than the six months that the law asks', () => {
    // What SNS writes of SMS has the numbers in it, and is not kept longer than it is needed.
    for (const stack of stacks)
      for (const [id, { RetentionInDays }] of stack.of('AWS::Logs::LogGroup'))
        expect(RetentionInDays, id).toBe(/^sms(taken|failed)log/.test(id) ? 7 : 365)
  })
})

describe('many counties', () => {
  const assetsOf = (count: number) => {
    const list = Array.from({ length: count }, (_, index) => ({ code: String(331102 + index), name: `县${index}` }))
    const assembly = emptyCityApp({ counties: list }).synth()
    const text = assembly.stacks
      .filter(({ stackName }) => stackName !== 'XieshangCity')
      .flatMap(({ template }) => Object.values((template as { Resources: Record<string, unknown> }).Resources))
    const keys = JSON.stringify(text).match(/"S3Key":"[^"]+"/g) ?? []
    return { used: keys.length, assets: new Set(keys).size, stacks: assembly.stacks.length }
  }

  it('share one asset per function', () => {
    expect(assetsOf(1)).toEqual({ used: 12, assets: 12, stacks: 2 })
    expect(assetsOf(10)).toEqual({ used: 120, assets: 12, stacks: 11 })
  }, 60_000)

  it('stay far below what CloudFormation takes', () => {
    for (const stack of stacks) {
      expect(stack.resources.size, stack.name).toBeLessThan(200)
      expect(stack.size, stack.name).toBeLessThan(400_000)
    }
  })

  it('sign in at an issuer of their own when it is named', () => {
    const stack = new Stack(emptyCityApp({ identity: 'oidc' }).synth().getStackByName('XieshangCity'))
    expect(stack.of('AWS::Cognito::UserPool')).toEqual([])
    expect(city.of('AWS::Cognito::UserPool')).toHaveLength(1)
    expect(city.of('AWS::Cognito::UserPool')[0]?.[1]).toMatchObject({
      MfaConfiguration: 'ON',
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    })
  })
})
