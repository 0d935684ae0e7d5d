import type { Desk, Properties } from '../resources/context.ts'
import { grantPolicies } from '../resources/iam.ts'
import { kinds, withoutEffect } from '../resources/kinds.ts'
import type { StackTemplate } from './assembly.ts'
import { evaluate, inOrder, type Made, type Scope } from './evaluate.ts'

export async function startStack(
  desk: Desk,
  stack: StackTemplate,
  given: Readonly<Record<string, string>>,
  exports: Map<string, string>,
  notRun: { stack: string; id: string; type: string }[],
): Promise<void> {
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
  for (const id of inOrder(template.Resources)) {
    const resource = template.Resources[id]
    if (resource === undefined) continue
    if (resource.Condition !== undefined && evaluate({ Condition: resource.Condition }, scope) !== true) continue
    const make = kinds[resource.Type] ?? withoutEffect[resource.Type]
    if (make === undefined) {
      notRun.push({ stack: stack.name, id, type: resource.Type })
      made.set(id, { ref: id, attributes: {}, standIn: true })
      continue
    }
    const effective = resource.Type in withoutEffect ? {} : (evaluate(resource.Properties ?? {}, scope) as Properties)
    made.set(id, await make(desk, stack, id, effective))
  }
  grantPolicies(desk, stack, scope)
  for (const output of Object.values(template.Outputs ?? {}))
    if (output.Export !== undefined)
      exports.set(String(evaluate(output.Export.Name, scope)), String(evaluate(output.Value, scope)))
}
