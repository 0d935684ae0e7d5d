/** The largest event and the largest answer of an invocation that is waited for: 6 MB, with room for an envelope. */
export const mostPayloadBytes = 6_291_556

/** How many of the first records fit into one event, at least one. */
export function fitting(records: readonly unknown[], most = mostPayloadBytes): number {
  let bytes = 0
  for (const [index, record] of records.entries()) {
    bytes += Buffer.byteLength(JSON.stringify(record)) + 1
    if (bytes > most) return Math.max(1, index)
  }
  return records.length
}
