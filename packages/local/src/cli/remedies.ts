import type { Remedy, StartFailure } from '@xieshang/desk/kept'

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
