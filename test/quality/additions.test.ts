import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addChannel, templateScript } from './additions/channel.ts'
import { addCommand, trial, trialFile } from './additions/command.ts'
import { addRegister } from './additions/register.ts'
import { addRole, roleScript } from './additions/role.ts'
import { makeScratch, type Scratch } from './additions/scratch.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

let scratch: Scratch
let changed: Readonly<Record<'command' | 'channel' | 'register' | 'role', readonly string[]>>
let compiled: Promise<string>
let api: string

/** Prints a county's API. */
const documentScript = `
  import { countyDocument } from './packages/http/src/documents.ts'
  process.stdout.write(JSON.stringify(countyDocument('331102')))
`

beforeAll(async () => {
  scratch = makeScratch(root)
  changed = {
    command: scratch.changedBy(() => addCommand(scratch)),
    channel: scratch.changedBy(() => addChannel(scratch)),
    register: scratch.changedBy(() => addRegister(scratch)),
    role: scratch.changedBy(() => addRole(scratch)),
  }
  await scratch.generate()
  compiled = scratch.typecheck()
  api = await scratch.print(documentScript)
})

afterAll(async () => {
  await compiled
  scratch.remove()
})

/** Each is added to one copy of the project; the copy is checked once for all of them. */
describe('what an invented addition takes', () => {
  it('a command: its rule with its fields, its line, its event, what that does, its place in the state and in a step', async () => {
    expect(changed.command).toHaveLength(6)
    expect(JSON.stringify((JSON.parse(api) as { paths: object }).paths)).toContain('note-visit')
    scratch.write(trialFile, trial)
    expect(await scratch.test(trialFile)).toMatch(/1 passed/)
  })

  it('a channel: its name in the taxonomy, its declaration, its line and its handler', async () => {
    expect(changed.channel).toHaveLength(4)
    const resources = JSON.parse(await scratch.print(templateScript)) as { Type: string; Properties: object }[]
    const of = (type: string) => resources.filter(({ Type }) => Type === type).map(({ Properties }) => Properties)
    const named = { QueueName: 'xieshang-331102-loudspeaker' }
    expect(of('AWS::SQS::Queue')).toContainEqual(expect.objectContaining(named))
    expect(of('AWS::Lambda::Function')).toContainEqual(
      expect.objectContaining({ FunctionName: 'xieshang-331102-loudspeaker' }),
    )
    expect(of('AWS::SNS::Subscription')).toContainEqual(
      expect.objectContaining({ FilterPolicy: { kind: ['posting'], channel: ['loudspeaker'] } }),
    )
    // An officer may choose it.
    expect(api).toContain('"loudspeaker"')
  })

  it('a register: its kind and its line', () => {
    expect(changed.register).toHaveLength(2)
    const { paths } = JSON.parse(api) as { paths: object }
    expect(Object.keys(paths)).toContain('/affairs/lostProperty')
  })

  it('a role: its line', async () => {
    expect(changed.role).toHaveLength(1)
    expect(JSON.parse(await scratch.print(roleScript))).toEqual({
      reads: true,
      conducts: false,
      readsElsewhere: false,
      claims: { role: 'gridWorker', division: '331102001001', tenant: '331102', name: '网格员' },
    })
  })

  it('compiles with all of them', async () => {
    expect(await compiled).toBe('')
  })
})
