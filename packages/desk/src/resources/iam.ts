import type { Statement } from '../access/policy.ts'
import type { StackTemplate } from '../templates/assembly.ts'
import { evaluate, type Scope } from '../templates/evaluate.ts'
import { type Desk, type Make, object, objects, text } from './context.ts'

export const role: Make = (desk, stack, id, properties) => {
  const ref = text(properties.RoleName) || `${stack.name}-${id}`
  return { ref, attributes: { Arn: `arn:aws:iam::${desk.account}:role/${ref}`, RoleId: ref } }
}

/** The name of a role by its ARN. */
export const roleNamed = (roleArn: string): string => roleArn.slice(roleArn.indexOf('/') + 1)

const statementsOf = (document: unknown) => [object(document).Statement ?? []].flat() as Statement[]

/**
 * Tells who may do what by the policies of a stack. They mention one another and everything else in circles, so they are
 * read once all the rest is made.
 */
export function grantPolicies(desk: Desk, { template }: StackTemplate, scope: Scope): void {
  for (const [id, { Type, Properties = {} }] of Object.entries(template.Resources)) {
    const made = scope.made.get(id)
    if (made === undefined || !Type.startsWith('AWS::IAM::')) continue
    if (Type === 'AWS::IAM::Role') {
      for (const { PolicyDocument } of objects(evaluate(Properties.Policies ?? [], scope)))
        desk.access.grant(made.ref, statementsOf(PolicyDocument))
      continue
    }
    const roles = [evaluate(Properties.Roles ?? [], scope)].flat().map(String)
    const statements = statementsOf(evaluate(Properties.PolicyDocument, scope))
    for (const one of roles) desk.access.grant(one, statements)
  }
}
