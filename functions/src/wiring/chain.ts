import { chainType, Problem } from '@xieshang/http'
import { chainPartSize } from '@xieshang/rules'
import type { CountyStore } from '@xieshang/store'

/** Where the events of a chain are read. */
type Chain = Pick<CountyStore['consultations'], 'chain'>

/** Which part of which chain, as a file: of what it is, by its id and title, and the last event that is told. */
type ChainPart = {
  readonly id: string
  readonly title: string
  readonly part: number
  readonly last: number
  readonly withValues: boolean
}

/**
 * E4: a part of a chain as a file.
 * @throws Problem where there is no such part
 */
export async function chainFile(room: Chain, { id, title, part, last, withValues }: ChainPart) {
  const first = (part - 1) * chainPartSize + 1
  const lines =
    first > last ? [] : await room.chain(id, { first, last: Math.min(last, part * chainPartSize), withValues })
  if (lines.length === 0) throw Problem.of('notFound')
  const name = `${title}过程存证${part > 1 ? part : ''}.ndjson`
  return { bytes: new TextEncoder().encode(`${lines.join('\n')}\n`), type: chainType, name }
}
