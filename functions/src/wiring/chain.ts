import { chainType, Problem } from '@xieshang/http'
import { type Consultation, chainPartSize } from '@xieshang/rules'
import type { CountyStore } from '@xieshang/store'

/**
 * E4: a part of a chain as a file.
 * @param last the last event that is told
 * @throws Problem where there is no such part
 */
export async function chainFile(
  { consultations }: Pick<CountyStore, 'consultations'>,
  { id, topic }: Consultation,
  { part, last, withValues }: { readonly part: number; readonly last: number; readonly withValues: boolean },
) {
  const first = (part - 1) * chainPartSize + 1
  const lines =
    first > last ? [] : await consultations.chain(id, { first, last: Math.min(last, part * chainPartSize), withValues })
  if (lines.length === 0) throw Problem.of('notFound')
  const name = `${topic.title}过程存证${part > 1 ? part : ''}.ndjson`
  return { bytes: new TextEncoder().encode(`${lines.join('\n')}\n`), type: chainType, name }
}
