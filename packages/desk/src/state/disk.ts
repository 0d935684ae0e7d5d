import { statfs } from 'node:fs/promises'

const leastBytes = 2 * 1024 * 1024
const everyMs = 2_000

const freeBytes = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** Looks whether the disk is full when something failed, and says so in one sentence; and again when it no longer is. */
export function openDisk(folder: string, say: (line: string) => void, free = freeBytes) {
  let full = false
  let timer: NodeJS.Timeout | undefined

  async function look(): Promise<void> {
    const left = await free(folder)
    const was = full
    full = left < leastBytes
    if (full && !was)
      say(
        `! 磁盘已满，暂时不能保存：请腾出空间，腾出后自动恢复 / The disk is full and nothing can be kept: free some space, then it goes on by itself (${folder})`,
      )
    if (!full && was) say('磁盘又有空间，已恢复 / There is space on the disk again, and it goes on')
    clearTimeout(timer)
    if (full) {
      timer = setTimeout(() => void look(), everyMs)
      timer.unref()
    }
  }

  return {
    /** Something failed that may come from a full disk. */
    look: (): void => void look().catch((error: unknown) => say(`! ${folder}: ${String(error)}`)),
    stop: () => clearTimeout(timer),
  }
}
