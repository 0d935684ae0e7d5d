import * as z from 'zod'

/** A line that is an event, as far as its place in the chain goes. */
export const linkSchema = z.looseObject({
  algorithm: z.string(),
  before: z.string(),
  number: z.int().min(1),
})

/** 16 bytes in base64url, of whose last letter two bits count: another letter with the same two would be another file. */
const salt = z.string().regex(/^[\w-]{21}[AQgw]$/)

/** A line with the values of the event before it. */
export const valuesSchema = z.strictObject({ values: z.array(z.tuple([salt, z.string()]).nullable()) })

/** Of what an event is. */
export const ofSchema = z.object({
  consultation: z.string().optional(),
  entry: z.string().optional(),
  setting: z.string().optional(),
})

const newline = 0x0a

/** The lines of a file, each of which ends: bytes, since a decoder would repair what was broken. */
export function linesOf(file: Uint8Array): Uint8Array[] | undefined {
  const lines: Uint8Array[] = []
  let from = 0
  for (let at = file.indexOf(newline); at >= 0; at = file.indexOf(newline, from)) {
    lines.push(file.subarray(from, at))
    from = at + 1
  }
  return from === file.length && lines.length > 0 ? lines : undefined
}

/** What a line says, if it is what the schema says. */
export function parsed<T extends z.ZodType>(schema: T, line: Uint8Array): z.output<T> | undefined {
  try {
    const read = schema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line)))
    return read.success ? read.data : undefined
  } catch {
    // Neither text nor JSON: it is no line of a chain, and the verdict says so.
    return undefined
  }
}
