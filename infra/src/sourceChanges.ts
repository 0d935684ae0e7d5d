import { existsSync, type FSWatcher, watch } from 'node:fs'
import { dirname, join } from 'node:path'

/** Tells of files that change. Folders are watched, not files: editors put a new file in the place of the old one. */
export function openSourceChanges(changed: (file: string) => void) {
  const watchers = new Map<string, FSWatcher>()
  return {
    /** From now on, changes of these files are told, and of what lies beside them. */
    follow(files: Iterable<string>): void {
      for (const folder of new Set([...files].map((file) => dirname(file)))) {
        // A bundler names some inputs that are no files.
        if (watchers.has(folder) || !existsSync(folder)) continue
        const watcher = watch(folder, (_kind, name) => {
          if (name !== null) changed(join(folder, name))
        })
        watchers.set(folder, watcher)
      }
    },
    stop(): void {
      for (const watcher of watchers.values()) watcher.close()
    },
  }
}
