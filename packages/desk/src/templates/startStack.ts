import type { DeskOptions } from '../options.ts'
import type { Desk, Make, Properties } from '../resources/context.ts'
import { custom, isCustom } from '../resources/custom.ts'
import { grantPolicies } from '../resources/iam.ts'
import { kinds, withoutEffect } from '../resources/kinds.ts'
import { type Resource, readAssembly, type StackTemplate } from './assembly.ts'
import { evaluate, inOrder, type Made, type Scope } from './evaluate.ts'

/** A resource that a template asks for and the desk cannot run. */
type NotRun = { readonly stack: string; readonly id: string; readonly type: string }

/** What stacks of one assembly share. */
type Shared = {
  readonly given: Readonly<Record<string, string>>
  readonly exports: Map<string, string>
  readonly notRun: NotRun[]
}

/** Starts the wanted stacks of an assembly, one after the other. @returns what of them does not run */
export async function startStacks(
  desk: Desk,
  options: Pick<DeskOptions, 'assemblyDir' | 'wants' | 'parameters' | 'say'>,
  at: { readonly origin: string; readonly issuer: string },
): Promise<NotRun[]> {
  const shared: Shared = { given: options.parameters?.(at) ?? {}, exports: new Map(), notRun: [] }
  for (const stack of readAssembly(options.assemblyDir)) {
    if (options.wants?.(stack.name) === false) continue
    options.say?.(`启动 ${stack.name} / starting it`)
    await startStack(desk, stack, shared)
  }
  return shared.notRun
}

async function startStack(desk: Desk, stack: StackTemplate, { given, exports, notRun }: Shared): Promise<void> {
  const { template } = stack
  const made = new Map<string, Made>()
  const parameters = new Map(
    Object.entries(template.Parameters ?? {}).map(([name, { Default }]) => [name, given[name] ?? Default ?? '']),
  )
  const scope: Scope = {
    stack: stack.name,
    template,
    parameters,
    made,
    exports,
    account: desk.account,
    region: desk.region,
  }
  const standIn = (id: string): Made => ({ ref: id, attributes: {}, standIn: true })

  async function start(id: string, { Type, Properties: said = {} }: Resource, make: Make | undefined): Promise<void> {
    const properties = make === undefined || Type in withoutEffect ? {} : (evaluate(said, scope) as Properties)
    const one = await make?.(desk, stack, id, properties)
    if (one === undefined) notRun.push({ stack: stack.name, id, type: Type })
    made.set(id, one ?? standIn(id))
  }

  const last: [string, Resource][] = []
  for (const id of inOrder(template.Resources)) {
    const resource = template.Resources[id]
    if (resource === undefined) continue
    if (resource.Condition !== undefined && evaluate({ Condition: resource.Condition }, scope) !== true) continue
    if (isCustom(resource.Type)) {
      last.push([id, resource])
      made.set(id, standIn(id))
    } else await start(id, resource, kinds[resource.Type] ?? withoutEffect[resource.Type])
  }
  grantPolicies(desk, stack, scope)
  // The functions behind them do what the policies grant.
  for (const [id, resource] of last) await start(id, resource, custom)
  for (const output of Object.values(template.Outputs ?? {}))
    if (output.Export !== undefined)
      exports.set(String(evaluate(output.Export.Name, scope)), String(evaluate(output.Value, scope)))
}
