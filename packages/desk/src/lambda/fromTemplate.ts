import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Access } from '../access/access.ts'
import type { Ahead } from '../clock/date.ts'
import type { Quiet } from '../clock/quiet.ts'
import { type Log, openLog } from '../logs/log.ts'
import type { DeskOptions } from '../options.ts'
import { object, type Properties, text } from '../resources/context.ts'
import { roleNamed } from '../resources/iam.ts'
import { mostWorkers, runtimeEnvironment } from '../runtime.ts'
import type { Stops } from '../stops.ts'
import type { StackTemplate } from '../templates/assembly.ts'
import { TemplateError } from '../templates/evaluate.ts'
import { defineFunction, type LocalFunction } from './function.ts'

/** A module by its name in a handler: without its ending, as Lambda finds it. */
const moduleIn = (folder: string, name: string): string => {
  const files = ['.mjs', '.js', '.cjs'].map((ending) => join(folder, `${name}${ending}`))
  return files.find((file) => existsSync(file)) ?? join(folder, `${name}.mjs`)
}

/** Makes functions as templates say them: code, environment, role, limits, and a log of their own. */
export function openFunctions(options: {
  readonly dataDir: string
  readonly endpoint: string
  readonly access: Access
  readonly ahead: Ahead
  readonly quiet: Pick<Quiet, 'note'>
  readonly refresh: DeskOptions['refresh']
  readonly say: (line: string) => void
  /** Told when a log could not be written. */
  readonly failed: () => void
  readonly stops: Stops
}) {
  const { dataDir, endpoint, access, ahead, quiet, refresh, say, failed, stops } = options
  const logs = join(dataDir, 'logs')
  mkdirSync(logs, { recursive: true })
  const open: { readonly made: LocalFunction; readonly log: Log }[] = []
  stops.add(
    () => Promise.all(open.map(({ log }) => log.close())),
    () => Promise.all(open.map(({ made }) => made.stop())),
  )

  return (stack: StackTemplate, id: string, properties: Properties): LocalFunction => {
    const name = text(properties.FunctionName) || id
    const own = access.enrol({ name, role: roleNamed(text(properties.Role)) })
    const folder = stack.assets.get(text(object(properties.Code).S3Key))
    if (folder === undefined) throw new TemplateError(`${stack.name}: the code of ${name} is not among the assets`)
    const [file = 'index'] = text(properties.Handler).split('.')
    const log = openLog(join(logs, `${name}.log`), failed)
    const variables = Object.entries(object(object(properties.Environment).Variables))
    const made = defineFunction(
      {
        name,
        file: moduleIn(folder, file),
        environment: {
          ...runtimeEnvironment(own, endpoint),
          ...Object.fromEntries(variables.map(([variable, value]) => [variable, text(value)])),
          AWS_LAMBDA_FUNCTION_NAME: name,
          AWS_LAMBDA_FUNCTION_MEMORY_SIZE: text(properties.MemorySize),
        },
        memory: Number(properties.MemorySize ?? 128),
        timeoutMs: Number(properties.Timeout ?? 3) * 1000,
        concurrency: Math.min(mostWorkers, Number(properties.ReservedConcurrentExecutions ?? mostWorkers)),
        ahead,
        ...(refresh !== undefined && { refresh: () => refresh(folder) }),
      },
      (line) => {
        log.write(line)
        if (/"level":"error"/.test(line)) say(`! ${name}: ${line.slice(0, 400)}`)
      },
      (effects) => {
        if (effects) quiet.note()
      },
    )
    open.push({ made, log })
    return made
  }
}
