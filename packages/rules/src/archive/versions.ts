import { from } from '@xieshang/kernel'
import type { ArchiveEvents } from './events.ts'

export const archiveVersions = {
  // 2: how it ended, which could only be one thing before.
  CaseClosed: [from<{ readonly summary: string }, ArchiveEvents['CaseClosed']>((data) => ({ ...data, end: 'done' }))],
}
