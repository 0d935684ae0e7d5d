import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { instantIn, StartFailure } from '@xieshang/desk/kept'
import { counties as allCounties } from '@xieshang/divisions'

/** The place's own time, summer and winter. */
export const zone = '+08:00'

/** What somebody typed. */
export type Wish = {
  readonly port: number
  readonly dataDir: string
  readonly fresh: boolean
  /** Whether functions are bundled again when their source changes. */
  readonly watch: boolean
  readonly counties: readonly string[]
  /** Where the clock is set at a first start. */
  readonly clock: number | undefined
}

/** @throws StartFailure with how it is typed */
export function wishOf(args: readonly string[], env: NodeJS.ProcessEnv): Wish {
  const known: readonly string[] = allCounties().map(({ code }) => code)
  const usage = new StartFailure(
    `用法：npm start [-- --fresh] [--watch] [--counties ${known.slice(0, 2).join(',')}] [--clock "2026-03-02 08:00"]；县（市、区）代码：${known.join('、')}。`,
    `Usage: npm start [-- --fresh] [--watch] [--counties ${known.slice(0, 2).join(',')}] [--clock "2026-03-02 08:00"]; counties: ${known.join(', ')}.`,
  )
  let values: { fresh?: boolean; watch?: boolean; counties?: string; clock?: string }
  try {
    values = parseArgs({
      args: [...args],
      options: {
        fresh: { type: 'boolean' },
        watch: { type: 'boolean' },
        counties: { type: 'string' },
        clock: { type: 'string' },
      },
    }).values
  } catch (error) {
    if (error instanceof TypeError) throw usage
    throw error
  }
  const counties = values.counties?.split(',').map((code) => code.trim()) ?? known
  if (counties.some((code) => !known.includes(code))) throw usage
  const clock = values.clock === undefined ? undefined : instantIn(values.clock, zone)
  if (values.clock !== undefined && clock === undefined) throw usage
  const port = Number(env.PORT ?? 4100)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StartFailure(
      `环境变量 PORT 应为 0 到 65535 的整数，现在是“${env.PORT}”。`,
      `PORT should be a whole number up to 65535, not “${env.PORT}”.`,
    )
  const { fresh = false, watch = false } = values
  return { port, dataDir: resolve(env.XIESHANG_DATA ?? '.data'), fresh, watch, counties, clock }
}
