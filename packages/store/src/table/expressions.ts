import { marshall } from '@aws-sdk/util-dynamodb'
import type { Attributes, Condition, Update } from './items.ts'

/** What is undefined is left out. */
export const plain = { removeUndefinedValues: true }

const names = (expression: string): Record<string, string> =>
  Object.fromEntries([...expression.matchAll(/#(\w+)/g)].map(([placeholder, name]) => [placeholder, name ?? '']))

/** A condition as the engine takes it, with the names and values that it and the rest of the request use. */
export const conditionInput = (condition: Condition | undefined, extra = '', values: Attributes = {}) => {
  const expression = condition?.expression ?? ''
  const all = { ...prefixed(condition?.values ?? {}), ...values }
  const used = names(`${expression} ${extra}`)
  return {
    ...(condition !== undefined && { ConditionExpression: expression }),
    ...(Object.keys(used).length > 0 && { ExpressionAttributeNames: used }),
    ...(Object.keys(all).length > 0 && { ExpressionAttributeValues: marshall(all, plain) }),
  }
}

const prefixed = (values: Attributes): Attributes =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`:${name}`, value]))

/** An update with its condition as the engine takes them. */
export function updateInput(update: Update, condition: Condition | undefined) {
  const values: Attributes = {}
  const bind = (kind: string, name: string, value: unknown) => {
    const placeholder = `:${kind}_${name}`
    values[placeholder] = value
    return placeholder
  }
  const set = [
    ...Object.entries(update.set ?? {}).map(([name, value]) => `#${name} = ${bind('s', name, value)}`),
    ...Object.entries(update.init ?? {}).map(
      ([name, value]) => `#${name} = if_not_exists(#${name}, ${bind('i', name, value)})`,
    ),
  ]
  const add = Object.entries(update.add ?? {}).map(([name, value]) => `#${name} ${bind('a', name, value)}`)
  const expression = [
    set.length > 0 ? `SET ${set.join(', ')}` : '',
    add.length > 0 ? `ADD ${add.join(', ')}` : '',
    (update.remove ?? []).length > 0 ? `REMOVE ${(update.remove ?? []).map((name) => `#${name}`).join(', ')}` : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
  return { UpdateExpression: expression, ...conditionInput(condition, expression, values) }
}
