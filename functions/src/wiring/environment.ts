import { placeCode } from '@xieshang/kernel'
import * as z from 'zod'

/** What the templates give functions. What a channel alone is given, its declaration names. */
const variables = {
  /** Code of the county or the city that the function serves. */
  TENANT: placeCode('city', 'county'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  TOPIC_ARN: z.string().startsWith('arn:'),
  QUEUE_URL: z.url(),
  PUBLIC_ORIGIN: z.url(),
  /** Codes of the counties, with commas between them. */
  COUNTIES: z
    .string()
    .transform((codes): readonly string[] => codes.split(','))
    .pipe(z.array(placeCode('county'))),
}

const given = z.string().min(1)

type Known = typeof variables
type Read<Name extends string> = {
  readonly [N in Name]: N extends keyof Known ? z.output<Known[N]> : string
}

const isKnown = (name: string): name is keyof Known => Object.hasOwn(variables, name)

/**
 * Reads variables of the environment, once, when a function starts; nobody else reads any.
 * @throws Error that names each variable that is missing or is not what it should be, and no value
 */
export function environment<Name extends string>(...names: readonly Name[]): Read<Name> {
  // One by one: zod compiles an object before it reads it, which takes longer than all that is read here.
  const read = names.map(
    (name) => [name, (isKnown(name) ? variables[name] : given).safeParse(process.env[name])] as const,
  )
  const wrong = read.flatMap(([name, { success }]) => (success ? [] : [name]))
  if (wrong.length > 0) throw new Error(`The environment lacks, or has wrong: ${wrong.join(', ')}`)
  return Object.fromEntries(read.map(([name, { data }]) => [name, data])) as Read<Name>
}
