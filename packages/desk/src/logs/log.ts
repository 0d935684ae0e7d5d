import { createWriteStream, type WriteStream } from 'node:fs'

const pauseMs = 2_000

/**
 * The log of a function. What cannot be written is lost and said, and writing is tried again later: a full disk ends no
 * run.
 */
export function openLog(file: string, failed: (error: Error) => void) {
  let stream: WriteStream | undefined
  let again = 0

  function opened(): WriteStream | undefined {
    if (stream !== undefined || Date.now() < again) return stream
    const made = createWriteStream(file, { flags: 'a', mode: 0o600 })
    made.on('error', (error) => {
      if (stream === made) stream = undefined
      again = Date.now() + pauseMs
      failed(error)
    })
    stream = made
    return made
  }

  return {
    write: (line: string): void => void opened()?.write(`${line}\n`),
    close: (): Promise<void> =>
      new Promise((resolve) => {
        if (stream === undefined || stream.destroyed) return resolve()
        stream.once('close', () => resolve())
        stream.end()
      }),
  }
}

export type Log = ReturnType<typeof openLog>
