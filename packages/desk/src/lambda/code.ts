import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'

/** The code in a file, by version: another text is another one. It is read again only when it was written to. */
export function openCode(file: string) {
  let written = ''
  let version = ''
  return {
    version(): string {
      const found = statSync(file, { bigint: true, throwIfNoEntry: false })
      // Not there for a moment: somebody is writing it.
      if (found === undefined) return version
      const now = `${found.ino} ${found.size} ${found.mtimeNs}`
      if (now !== written) {
        version = createHash('sha256').update(readFileSync(file)).digest('hex')
        written = now
      }
      return version
    },
  }
}
