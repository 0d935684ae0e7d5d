/** A statement of an IAM policy, its intrinsic functions carried out. */
export type Statement = {
  readonly Effect: string
  readonly Action?: string | readonly string[]
  readonly Resource?: string | readonly string[]
  readonly NotResource?: string | readonly string[]
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
}

/** One thing that somebody wants to do to one resource. */
export type Call = {
  readonly action: string
  readonly resource: string
  /** Condition keys with their values; a key that is not here is absent from the request. */
  readonly context: Readonly<Record<string, readonly string[]>>
}

/** A statement that the desk cannot judge, so that it must not be judged as allowing or refusing. */
export class PolicyError extends Error {}

const list = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

const patterns = new Map<string, RegExp>()

/** `*` stands for any characters, `?` for one. */
function like(pattern: string, value: string): boolean {
  if (!/[*?]/.test(pattern)) return pattern === value
  const known = patterns.get(pattern)
  if (known !== undefined) return known.test(value)
  const text = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  const made = new RegExp(`^${text}$`, 's')
  patterns.set(pattern, made)
  return made.test(value)
}

type Compare = (wanted: readonly string[], value: string) => boolean

const operators: Readonly<Record<string, Compare>> = {
  StringEquals: (wanted, value) => wanted.includes(value),
  StringNotEquals: (wanted, value) => !wanted.includes(value),
  StringLike: (wanted, value) => wanted.some((one) => like(one, value)),
  StringNotLike: (wanted, value) => !wanted.some((one) => like(one, value)),
  ArnEquals: (wanted, value) => wanted.some((one) => like(one, value)),
  ArnLike: (wanted, value) => wanted.some((one) => like(one, value)),
  Bool: (wanted, value) => wanted.includes(value),
}

/** Whether one line of a condition holds, with what IAM does for keys of many values and for absent ones. */
function holds(operator: string, wanted: readonly string[], values: readonly string[] | undefined): boolean {
  const [, quantity, name = '', ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(operator) ?? []
  if (name === 'Null') return wanted.includes(String(values === undefined))
  const compare = operators[name]
  if (compare === undefined) throw new PolicyError(`The desk does not know the condition ${operator}`)
  if (values === undefined || values.length === 0)
    return ifExists !== undefined || quantity === 'ForAllValues' || (quantity === undefined && name.includes('Not'))
  return quantity === 'ForAnyValue'
    ? values.some((value) => compare(wanted, value))
    : values.every((value) => compare(wanted, value))
}

/** Whether a statement speaks of a call. @throws PolicyError */
export function speaksOf(statement: Statement, { action, resource, context }: Call): boolean {
  if (!list(statement.Action).some((one) => like(one.toLowerCase(), action.toLowerCase()))) return false
  const reaches =
    statement.NotResource === undefined
      ? list(statement.Resource).some((one) => like(one, resource))
      : !list(statement.NotResource).some((one) => like(one, resource))
  if (!reaches) return false
  return Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => holds(operator, list(wanted), context[key])),
  )
}

/** The statement that allows a call, unless one forbids it: what is not allowed is refused. @throws PolicyError */
export function allowing(statements: readonly Statement[], call: Call): Statement | undefined {
  const speaking = statements.filter((one) => speaksOf(one, call))
  return speaking.some(({ Effect }) => Effect === 'Deny')
    ? undefined
    : speaking.find(({ Effect }) => Effect === 'Allow')
}
