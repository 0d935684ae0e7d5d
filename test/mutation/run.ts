import { runRules } from './rules.ts'
import { runSample } from './sample/run.ts'

/**
 * `pnpm mutate`: every change to the rules, then a sample of changes to functions, store and API.
 * `pnpm mutate rules [options of Stryker]` and `pnpm mutate sample [how many] [seed] [--fresh]` run one of them.
 */
const [which, ...options] = process.argv.slice(2)
const rulesHold = which === 'sample' || runRules(which === 'rules' ? options : [])
const fresh = options.includes('--fresh')
const [count = '200', seed = 'firm ground'] = which === 'sample' ? options.filter((one) => one !== '--fresh') : []
const sampleHolds = which === 'rules' || (await runSample({ count: Number(count), seed, fresh }))
process.exitCode = rulesHold && sampleHolds ? 0 : 1
