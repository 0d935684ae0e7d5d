import type { RecordInput } from '../input.ts'
import { type Block, heading, paragraph } from './blocks.ts'

/** E4: what the course told here comes to, so that anybody who holds the paper can tell whether it was changed since. */
export function chain({ consultation: { chainHead, version } }: RecordInput): Block[] {
  if (chainHead === undefined) return []
  const groups = chainHead.match(/.{1,4}/g) ?? []
  return [
    heading('过程存证'),
    paragraph(
      `本次协商的全部过程逐条存证，后一条含前一条的校验值，任何一条被改动、删去或调换都能查出。以下是截至第${version}条的校验码，可用它核对导出的过程存证。`,
    ),
    paragraph(groups.join(' '), '校验码：'),
    { kind: 'qr', text: chainHead },
  ]
}
