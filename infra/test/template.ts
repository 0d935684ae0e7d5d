import type { CloudFormationStackArtifact } from 'aws-cdk-lib/cx-api'
import { emptyCityApp } from './city.ts'

export type Resource = {
  readonly Type: string
  readonly Properties: Record<string, unknown>
  readonly DependsOn?: readonly string[]
}
export type Statement = {
  readonly Effect: string
  readonly Action: string | readonly string[]
  readonly Resource?: unknown
  readonly NotResource?: unknown
  readonly Condition?: unknown
}

/** One synthesized stack, asked by types. */
export class Stack {
  readonly name: string
  readonly size: number
  readonly resources: ReadonlyMap<string, Resource>
  readonly parameters: Readonly<Record<string, Record<string, unknown>>>

  constructor(artifact: CloudFormationStackArtifact) {
    this.name = artifact.stackName
    this.size = Buffer.byteLength(JSON.stringify(artifact.template))
    const { Resources, Parameters = {} } = artifact.template as {
      Resources: Record<string, Partial<Resource> & { Type: string }>
      Parameters?: Record<string, Record<string, unknown>>
    }
    this.parameters = Parameters
    this.resources = new Map(Object.entries(Resources).map(([id, resource]) => [id, { Properties: {}, ...resource }]))
  }

  of(type: string): [string, Record<string, unknown>][] {
    return [...this.resources].flatMap(([id, { Type, Properties }]) => (Type === type ? [[id, Properties]] : []))
  }

  /** What is there before a resource is made, as far as the template says so by name. */
  dependenciesOf(id: string): readonly string[] {
    return this.resources.get(id)?.DependsOn ?? []
  }

  /** The policy statements of the role of a function. */
  statementsOf(functionName: string): Statement[] {
    const [, fn] = this.of('AWS::Lambda::Function').find(([, { FunctionName }]) => FunctionName === functionName) ?? []
    const role = (fn?.Role as { 'Fn::GetAtt'?: [string, string] } | undefined)?.['Fn::GetAtt']?.[0]
    if (role === undefined) throw new Error(`${functionName} has no role in ${this.name}`)
    return this.of('AWS::IAM::Policy')
      .filter(([, { Roles }]) => (Roles as { Ref: string }[]).some(({ Ref }) => Ref === role))
      .flatMap(([, { PolicyDocument }]) => (PolicyDocument as { Statement: Statement[] }).Statement)
  }
}

/** The city and two counties as the default options make them. */
export function synthesizedStacks(): { city: Stack; counties: Stack[] } {
  const stacks = emptyCityApp()
    .synth()
    .stacks.map((artifact) => new Stack(artifact))
  const [city, ...counties] = stacks.toSorted(
    (a, b) => Number(b.name === 'XieshangCity') - Number(a.name === 'XieshangCity'),
  )
  if (city === undefined) throw new Error('No stack was made')
  return { city, counties }
}
