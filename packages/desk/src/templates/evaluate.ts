import type { Resource, Template } from './assembly.ts'

/** What a made resource answers to Ref and to Fn::GetAtt. */
export type Made = {
  readonly ref: string
  readonly attributes: Readonly<Record<string, string>>
  /** Stands in for something the desk cannot run: any attribute of it is a name. */
  readonly standIn?: true
}

export type Scope = {
  readonly stack: string
  readonly template: Template
  readonly parameters: ReadonlyMap<string, string>
  readonly made: ReadonlyMap<string, Made>
  readonly exports: ReadonlyMap<string, string>
  readonly account: string
  readonly region: string
}

/** A template that says something the desk does not understand. */
export class TemplateError extends Error {}

/** Stands for a property that AWS::NoValue takes out. */
const nothing = Symbol('AWS::NoValue')

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

function pseudo(name: string, scope: Scope): string | typeof nothing | undefined {
  switch (name) {
    case 'AWS::AccountId':
      return scope.account
    case 'AWS::Region':
      return scope.region
    case 'AWS::Partition':
      return 'aws'
    case 'AWS::URLSuffix':
      return 'amazonaws.com'
    case 'AWS::StackName':
      return scope.stack
    case 'AWS::StackId':
      return `arn:aws:cloudformation:${scope.region}:${scope.account}:stack/${scope.stack}/desk`
    case 'AWS::NoValue':
      return nothing
    default:
      return undefined
  }
}

function ref(name: string, scope: Scope): string | typeof nothing {
  const value = pseudo(name, scope) ?? scope.parameters.get(name) ?? scope.made.get(name)?.ref
  if (value === undefined) throw new TemplateError(`${scope.stack}: Ref ${name} names nothing`)
  return value
}

function attribute(id: string, name: string, scope: Scope): string {
  const made = scope.made.get(id)
  const value = made?.attributes[name] ?? (made?.standIn === true ? `${made.ref}.${name}` : undefined)
  if (value === undefined) throw new TemplateError(`${scope.stack}: ${id} has no attribute ${name} on the desk`)
  return value
}

function substitute(text: string, values: Json, scope: Scope): string {
  return text.replace(/\$\{(!?)([^}]+)\}/g, (_whole, literal: string, name: string) => {
    if (literal === '!') return `\${${name}}`
    if (name in values) return String(values[name])
    const [id = '', ...rest] = name.split('.')
    return String(rest.length > 0 ? attribute(id, rest.join('.'), scope) : ref(name, scope))
  })
}

const list = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw new TemplateError(`A list was expected, not ${JSON.stringify(value)}`)
  return value
}

export function condition(name: string, scope: Scope): boolean {
  const definition = scope.template.Conditions?.[name]
  if (definition === undefined) throw new TemplateError(`${scope.stack}: there is no condition ${name}`)
  return evaluate(definition, scope) === true
}

type Intrinsic = (argument: unknown, scope: Scope) => unknown

const evaluated = (value: unknown, scope: Scope) => list(value).map((one) => evaluate(one, scope))

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, scope) => ref(String(name), scope),
  'Fn::GetAtt': (argument, scope) => {
    const [id, name] = typeof argument === 'string' ? argument.split('.', 2) : evaluated(argument, scope)
    return attribute(String(id), String(name), scope)
  },
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = list(argument)
    return list(evaluate(parts, scope)).join(String(separator))
  },
  'Fn::Sub': (argument, scope) => {
    if (typeof argument === 'string') return substitute(argument, {}, scope)
    const [text, values] = evaluated(argument, scope)
    return substitute(String(text), isObject(values) ? values : {}, scope)
  },
  'Fn::Select': (argument, scope) => {
    const [index, values] = evaluated(argument, scope)
    return list(values)[Number(index)]
  },
  'Fn::Split': (argument, scope) => {
    const [separator, text] = evaluated(argument, scope)
    return String(text).split(String(separator))
  },
  'Fn::ImportValue': (argument, scope) => {
    const name = String(evaluate(argument, scope))
    const value = scope.exports.get(name)
    if (value === undefined) throw new TemplateError(`${scope.stack}: nothing exports ${name}`)
    return value
  },
  'Fn::FindInMap': (argument, scope) => {
    const [map, first, second] = evaluated(argument, scope).map(String)
    return scope.template.Mappings?.[map ?? '']?.[first ?? '']?.[second ?? '']
  },
  'Fn::If': (argument, scope) => {
    const [name, yes, no] = list(argument)
    return evaluate(condition(String(name), scope) ? yes : no, scope)
  },
  'Fn::Equals': (argument, scope) => {
    const [a, b] = evaluated(argument, scope)
    return String(a) === String(b)
  },
  'Fn::And': (argument, scope) => evaluated(argument, scope).every((one) => one === true),
  'Fn::Or': (argument, scope) => evaluated(argument, scope).some((one) => one === true),
  'Fn::Not': (argument, scope) => evaluated(argument, scope)[0] !== true,
  'Fn::Base64': (argument, scope) => Buffer.from(String(evaluate(argument, scope))).toString('base64'),
  'Fn::GetAZs': () => ['a', 'b'],
  Condition: (name, scope) => condition(String(name), scope),
}

/** A value of a template with every intrinsic function carried out. */
export function evaluate(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((one) => evaluate(one, scope)).filter((one) => one !== nothing)
  if (!isObject(value)) return value
  const [entry, ...others] = Object.entries(value)
  const intrinsic = entry === undefined || others.length > 0 ? undefined : intrinsics[entry[0]]
  if (entry !== undefined && intrinsic !== undefined) return intrinsic(entry[1], scope)
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => {
      const result = evaluate(one, scope)
      return result === nothing ? [] : [[name, result] as const]
    }),
  )
}

/** Logical ids that a value mentions. */
function mentioned(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(mentioned)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, one]) => {
    if (name === 'Ref') return [String(one)]
    if (name === 'Fn::GetAtt') return [String(Array.isArray(one) ? one[0] : String(one).split('.')[0])]
    if (name === 'Fn::Sub') {
      const text = String(Array.isArray(one) ? one[0] : one)
      return [...[...text.matchAll(/\$\{([^!}.]+)/g)].map(([, id]) => id ?? ''), ...mentioned(one)]
    }
    return mentioned(one)
  })
}

/** The resources of a template, each after those it mentions. Policies may go in circles and are left to their place. */
export function inOrder(resources: Readonly<Record<string, Resource>>): string[] {
  const ordered = new Set<string>()
  const open = new Set<string>()
  const visit = (id: string) => {
    const resource = resources[id]
    if (resource === undefined || ordered.has(id) || open.has(id)) return
    open.add(id)
    for (const other of [...mentioned(resource.Properties), ...[resource.DependsOn ?? []].flat()]) visit(String(other))
    open.delete(id)
    ordered.add(id)
  }
  for (const id of Object.keys(resources)) visit(id)
  return [...ordered]
}
