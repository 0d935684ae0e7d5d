import fc from 'fast-check'
import { anySequence, checkSequence } from '../../packages/rules/test/any.ts'

/** What takes longer than a test should: `pnpm soak [sequences]`. A failure prints the sequence and the seed. */
const runs = Number(process.argv[2] ?? 100_000)
const begun = Date.now()
fc.assert(fc.property(anySequence, checkSequence), { numRuns: runs })
console.log(`${runs} random sequences of commands: every invariant held (${Math.round((Date.now() - begun) / 1000)} s)`)
