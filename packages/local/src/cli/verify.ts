import { readFileSync } from 'node:fs'
import { plainHead, verifyChain } from '@xieshang/kernel'
import { nodeChainTools } from '@xieshang/kernel/node'
import { saidOf } from './verdict.ts'

/**
 * `npm run verify -- FILE [FILE …] [HEAD]`: says of the exported course of a consultation whether anything in it was
 * changed, left out or moved. Reads nothing but the files, so that it can be run where there is no network.
 */
const isHead = (argument: string) => /^[0-9a-f]{64}$/.test(plainHead(argument))
const given = process.argv.slice(2)
const typed = given.findIndex((_, index) => isHead(given.slice(index).join('')))
const files = typed < 0 ? given : given.slice(0, typed)
const head = typed < 0 ? undefined : plainHead(given.slice(typed).join(''))

if (files.length === 0) {
  console.error('用法：npm run verify -- 文件 [校验码]\nUsage: npm run verify -- FILE [FILE …] [HEAD]')
  process.exit(2)
}
const verdict = verifyChain(Buffer.concat(files.map((file) => readFileSync(file))), head, nodeChainTools)
for (const line of saidOf(verdict, head !== undefined)) console.log(line)
process.exitCode = verdict.kind === 'unbroken' ? 0 : 1
