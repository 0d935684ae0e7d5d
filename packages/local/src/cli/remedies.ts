import { type Remedy, StartFailure } from '@xieshang/desk/kept'

const remedies: Readonly<Record<Remedy, readonly [zh: string, en: string]>> = {
  anotherFolder: ['用 XIESHANG_DATA 另选目录。', 'Choose another directory by XIESHANG_DATA.'],
  anew: ['要清空重来：npm start -- --fresh。', 'To begin anew: npm start -- --fresh.'],
  anotherPort: ['换一个端口，例如：PORT=4200 npm start。', 'Take another one, e.g. PORT=4200 npm start.'],
  putForward: ['往前拨用 npm run clock -- +3d。', 'Put it forward with npm run clock -- +3d.'],
}

/** A failed start as a person reads it: why, and what to type. */
export function withRemedies({ zh, en, remedies: helping }: StartFailure): string {
  const all = helping.map((one) => remedies[one])
  return [[zh, ...all.map(([own]) => own)].join(''), [en, ...all.map(([, english]) => english)].join(' ')].join('\n')
}

/** Errors of the system that a person can mend, in plain words. */
export function plainly(error: unknown): StartFailure | undefined {
  if (error instanceof StartFailure) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || (error instanceof Error && /disk is full|SQLITE_FULL/i.test(error.message)))
    return new StartFailure('磁盘已满：请腾出空间后再启动。', 'The disk is full: free some space and start again.')
  // Making a folder on a read-only file system is answered with ENOENT.
  const folder = error instanceof Error && 'syscall' in error && error.syscall === 'mkdir'
  if (
    ['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST'].includes(code) ||
    (code === 'ENOENT' && folder) ||
    (code === 'ERR_SQLITE_ERROR' && /unable to open|readonly/.test(String(error)))
  )
    return new StartFailure(
      `数据目录不能写入：${String(error)}。`,
      `The data directory cannot be written: ${String(error)}.`,
      'anotherFolder',
    )
  return undefined
}
