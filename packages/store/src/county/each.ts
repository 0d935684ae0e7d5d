/** Runs a step for each of many, a few at a time. The first failure is thrown after those under way have ended. */
export async function eachOf<T>(values: readonly T[], step: (value: T) => Promise<void>, atOnce = 20): Promise<void> {
  const open = values.values()
  const worker = async () => {
    for (const value of open) await step(value)
  }
  const outcomes = await Promise.allSettled(Array.from({ length: Math.min(atOnce, values.length) }, worker))
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}
