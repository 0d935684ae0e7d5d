import { TemplateError } from '../templates/evaluate.ts'

/** Whether a value, undefined where there is none, is what one rule of a pattern asks for. */
type Rule = (value: unknown) => boolean

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const text =
  (test: (value: string) => boolean): Rule =>
  (value) =>
    typeof value === 'string' && test(value)

const compare: Readonly<Record<string, (value: number, to: number) => boolean>> = {
  '=': (value, to) => value === to,
  '<': (value, to) => value < to,
  '<=': (value, to) => value <= to,
  '>': (value, to) => value > to,
  '>=': (value, to) => value >= to,
}

/** `[">", 0, "<=", 5]` */
function numeric(given: unknown): Rule {
  const parts: readonly unknown[] = Array.isArray(given) ? given : []
  const rules = parts.flatMap((sign, at) => {
    if (at % 2 === 1) return []
    const test = compare[String(sign)]
    if (test === undefined) throw new TemplateError(`A filter compares by ${String(sign)}`)
    return [(value: number) => test(value, Number(parts[at + 1]))]
  })
  return (value) => typeof value === 'number' && rules.every((rule) => rule(value))
}

function ruleOf(wanted: unknown): Rule {
  if (!isObject(wanted)) return (value) => value === wanted
  const [[name, given] = ['', undefined]] = Object.entries(wanted)
  switch (name) {
    case 'prefix':
      return text((value) => value.startsWith(String(given)))
    case 'suffix':
      return text((value) => value.endsWith(String(given)))
    case 'equals-ignore-case':
      return text((value) => value.toLowerCase() === String(given).toLowerCase())
    case 'exists':
      return (value) => (value !== undefined) === given
    case 'numeric':
      return numeric(given)
    case 'anything-but': {
      const excepted = [given].flat().map(ruleOf)
      return (value) => value !== undefined && !excepted.some((rule) => rule(value))
    }
    default:
      throw new TemplateError(`The desk does not know the filter ${JSON.stringify(wanted)}`)
  }
}

/** A pattern as EventBridge and Lambda write it: every field named must be as it says. */
function patternOf(pattern: unknown): Rule {
  if (Array.isArray(pattern)) {
    const rules = pattern.map(ruleOf)
    return (value) => (Array.isArray(value) ? value : [value]).some((one) => rules.some((rule) => rule(one)))
  }
  if (!isObject(pattern)) throw new TemplateError(`A filter holds ${JSON.stringify(pattern)}, not a list of values`)
  const fields = Object.entries(pattern).map(([name, inner]): Rule => {
    if (name === '$or') {
      const ways = [inner].flat().map(patternOf)
      return (value) => ways.some((way) => way(value))
    }
    const rule = patternOf(inner)
    return (value) => rule(isObject(value) ? value[name] : undefined)
  })
  return (value) => fields.every((field) => field(value))
}

/** What an event source hands on, by its FilterCriteria: everything without any. @throws TemplateError */
export function filterOf(criteria: unknown): (record: unknown) => boolean {
  const filters = isObject(criteria) && Array.isArray(criteria.Filters) ? (criteria.Filters as unknown[]) : []
  if (filters.length === 0) return () => true
  const rules = filters.map((one) => patternOf(JSON.parse(String(isObject(one) ? one.Pattern : '{}'))))
  return (record) => rules.some((rule) => rule(record))
}
