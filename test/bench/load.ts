/** What came of running many of the same at once. */
export type Measured = { readonly perSecond: number; readonly p99: number }

/** Runs each job once, so many at a time. */
export async function atOnce(count: number, jobs: readonly (() => Promise<number>)[]): Promise<Measured> {
  const open = [...jobs]
  const times: number[] = []
  const from = performance.now()
  await Promise.all(
    Array.from({ length: count }, async () => {
      for (let job = open.shift(); job !== undefined; job = open.shift()) times.push(await job())
    }),
  )
  const seconds = (performance.now() - from) / 1000
  times.sort((a, b) => a - b)
  return { perSecond: times.length / seconds, p99: times[Math.floor(times.length * 0.99)] ?? 0 }
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
