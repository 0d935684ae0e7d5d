import { createHash } from 'node:crypto'
import { globSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * The code in a file and in those of its name in folders below, which it loads when they are asked for. Another text is
 * another version; they are read again only when one was written to.
 */
export function openCode(file: string) {
  const folder = dirname(file)
  const below = globSync(`**/${basename(file)}`, { cwd: folder }).map((one) => join(folder, one))
  const files = [...new Set([file, ...below])].sort()
  let written = ''
  let version = ''
  return {
    version(): string {
      const found = files.map((one) => statSync(one, { bigint: true, throwIfNoEntry: false }))
      // Not there for a moment: somebody is writing it.
      if (found.includes(undefined)) return version
      const now = found.map((one) => `${one?.ino} ${one?.size} ${one?.mtimeNs}`).join()
      if (now !== written) {
        const hash = createHash('sha256')
        for (const one of files) hash.update(readFileSync(one))
        version = hash.digest('hex')
        written = now
      }
      return version
    },
  }
}
