type Level = 'debug' | 'info' | 'warn' | 'error'

const order: Record<Level, number> = { debug: 10, info: 20, warn: 30, error: 40 }

/** Hides what looks like a mainland phone number and what follows `/links/` or `/r/…/`, wherever it stands in a text. */
export function redact(text: string): string {
  return text
    .replace(/(?<!\d)((?:\+|00)?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{2}(\d{2})(?!\d)/g, '*********$2')
    .replace(/(\/links\/|\/r\/\d{6}\/)[A-Za-z0-9_-]+/g, '$1****')
}

export type Log = {
  readonly [level in Level]: (message: string, fields?: Readonly<Record<string, unknown>>) => void
} & {
  /** From now on every line names this call. An instance of a function serves one at a time. */
  readonly begin: (call: string) => void
}

const describe = (value: unknown): unknown =>
  value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value

/**
 * A logger of one JSON object a line, without personal data.
 * @param least lines of lower levels are left out
 */
export function createLog(base: Readonly<Record<string, unknown>>, least: Level): Log {
  const floor = order[least]
  let call: string | undefined
  const write =
    (level: Level) =>
    (message: string, fields: Readonly<Record<string, unknown>> = {}) => {
      if (order[level] < floor) return
      const entries = Object.entries(fields).map(([name, value]) => [name, describe(value)])
      process.stdout.write(
        `${redact(JSON.stringify({ level, message, at: new Date().toISOString(), ...base, call, ...Object.fromEntries(entries) }))}\n`,
      )
    }
  return {
    begin(id) {
      call = id
    },
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  }
}
