import fc from 'fast-check'
import { it } from 'vitest'
import { anySequence, checkSequence } from './any.ts'

it('whatever is commanded, the rules accept or refuse with a sentence, and what was decided stays true', () => {
  fc.assert(fc.property(anySequence, checkSequence), { numRuns: Number(process.env.SEQUENCES ?? 3000) })
}, 120_000)
