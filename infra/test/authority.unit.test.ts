import { describe, expect, it } from 'vitest'
import { type Stack, type Statement, synthesizedStacks } from './template.ts'

const { city, counties } = synthesizedStacks()
const stacks = [city, ...counties]

const actionsOf = (statement: Statement): readonly string[] => [statement.Action].flat()

const namesOf = (stack: Stack) =>
  stack.of('AWS::Lambda::Function').flatMap(([, { FunctionName }]) => FunctionName ?? [])

const everyStatement = stacks.flatMap((stack) =>
  namesOf(stack).flatMap((name) => stack.statementsOf(String(name)).map((statement) => ({ name, stack, statement }))),
)

describe('authority', () => {
  it('every function has a role of its own', () => {
    for (const stack of stacks) {
      const roles = stack
        .of('AWS::Lambda::Function')
        .filter(([, { FunctionName }]) => FunctionName !== undefined)
        .map(([, { Role }]) => JSON.stringify(Role))
      expect(new Set(roles).size).toBe(roles.length)
    }
    expect(everyStatement.length).toBeGreaterThan(50)
  })

  it('no action is a wildcard, and only traces, stream lists and phone numbers are without a resource', () => {
    for (const { name, statement } of everyStatement) {
      const actions = actionsOf(statement)
      expect(actions.join(), String(name)).not.toContain('*')
      if (statement.Resource === '*')
        for (const action of actions)
          expect(['xray:PutTraceSegments', 'xray:PutTelemetryRecords', 'dynamodb:ListStreams']).toContain(action)
      if (statement.NotResource !== undefined) {
        expect(actions).toEqual(['sns:Publish'])
        expect(String(name)).toMatch(/-sms$/)
      }
    }
  })

  it('no key, topic or queue lets a service in that does not say for whom', () => {
    type Policy = {
      readonly Statement: readonly (Statement & { readonly Condition?: object; readonly Principal?: object })[]
    }
    const policies = stacks.flatMap((stack) => [
      ...stack.of('AWS::KMS::Key').map(([, { KeyPolicy }]) => KeyPolicy as Policy),
      ...['AWS::SNS::TopicPolicy', 'AWS::SQS::QueuePolicy'].flatMap((type) =>
        stack.of(type).map(([, { PolicyDocument }]) => PolicyDocument as Policy),
      ),
    ])
    const services = policies
      .flatMap(({ Statement: statements }) => statements)
      .filter(
        ({ Principal, Effect }) => Effect === 'Allow' && JSON.stringify(Principal ?? {}).includes('amazonaws.com'),
      )
    expect(services.length).toBeGreaterThan(10)
    for (const one of services) expect(one.Condition, JSON.stringify(one)).toBeDefined()
  })

  it('a county’s functions reach what their own stack makes, and nothing by another name', () => {
    for (const county of counties) {
      const own = new Set(county.resources.keys())
      for (const { name, statement } of everyStatement.filter(({ stack }) => stack === county)) {
        if (statement.Resource === undefined || statement.Resource === '*') continue
        for (const resource of [statement.Resource].flat()) {
          const text = JSON.stringify(resource)
          const named = [...text.matchAll(/"(?:Fn::GetAtt":\["|Ref":")([^"]+)"/g)].map(([, id]) => String(id))
          const targets = named.filter((id) => !id.startsWith('AWS::'))
          expect(targets.length, `${String(name)}: ${text}`).toBeGreaterThan(0)
          for (const id of targets) expect(own, `${String(name)}: ${text}`).toContain(id)
        }
      }
    }
  })

  it('personal data is decrypted with the county’s own context, or by a service on the function’s behalf', () => {
    const kms = everyStatement.filter(({ statement }) =>
      actionsOf(statement).some((action) => action.startsWith('kms:')),
    )
    expect(kms.length).toBeGreaterThan(0)
    for (const { name, statement } of kms) {
      const condition = JSON.stringify(statement.Condition ?? {})
      expect(condition, String(name)).toMatch(/kms:EncryptionContext:tenant":"\d{6}"|kms:ViaService/)
    }
    const resident = everyStatement.filter(({ name }) => String(name).endsWith('-resident'))
    expect(JSON.stringify(resident.map(({ statement }) => statement))).not.toContain('EncryptionContext')
  })

  it('the function that anybody reaches writes residents’ facts and ballots, and reads what its pages show', () => {
    for (const county of counties) {
      const [name] = namesOf(county).filter((one) => String(one).endsWith('-resident'))
      const table = county
        .statementsOf(String(name))
        .filter((one) => actionsOf(one).some((a) => a.startsWith('dynamodb:')))
      const granted = table.flatMap((statement) =>
        actionsOf(statement).map((action) => [action, statement.Condition] as const),
      )
      const only = (...partitions: string[]) => ({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions } })
      const reads = only(
        'FACTS#*',
        'LINK#*',
        'CASE#*',
        'PUBLIC#*',
        'SCREEN#*',
        'MAILBOX',
        'CATALOGUE',
        'OPENDATA',
        'PLACES',
      )
      expect(Object.fromEntries(granted)).toEqual({
        'dynamodb:GetItem': reads,
        'dynamodb:BatchGetItem': reads,
        'dynamodb:Query': reads,
        'dynamodb:PutItem': only('FACTS#*', 'LINK#*'),
        'dynamodb:UpdateItem': only('FACTS#*', 'LINK#*'),
      })
      // Queries go to the index as well.
      expect(granted).toHaveLength(6)
    }
  })

  it('a function that is told the address of a queue may put its messages off', () => {
    for (const stack of stacks)
      for (const [, { FunctionName, Environment }] of stack.of('AWS::Lambda::Function')) {
        const { QUEUE_URL: queue } =
          (Environment as { Variables: Record<string, { Ref: string }> } | undefined)?.Variables ?? {}
        if (queue === undefined) continue
        const may = stack
          .statementsOf(String(FunctionName))
          .some(
            (one) => actionsOf(one).includes('sqs:ChangeMessageVisibility') && JSON.stringify(one).includes(queue.Ref),
          )
        expect(may, String(FunctionName)).toBe(true)
      }
  })

  it('nothing is granted on an index but queries, and a data key is made by few', () => {
    for (const { statement } of everyStatement)
      if (JSON.stringify(statement.Resource ?? '').includes('/index/'))
        expect(actionsOf(statement)).toEqual(['dynamodb:Query'])
    const makers = everyStatement.filter(
      ({ statement }) =>
        actionsOf(statement).includes('kms:GenerateDataKey') &&
        JSON.stringify(statement.Condition).includes('EncryptionContext'),
    )
    for (const { name } of makers) expect(String(name)).toMatch(/-(staff|clock)$/)
  })

  it('the functions of the city cannot reach a county', () => {
    const text = JSON.stringify(everyStatement.filter(({ stack }) => stack === city).map(({ statement }) => statement))
    expect(text).not.toMatch(/xieshang-33\d{4}/)
    expect(text).not.toContain('kms:')
  })
})
