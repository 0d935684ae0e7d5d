import { writeFileSync } from 'node:fs'
import { clauseTable, tableFile } from './clauseTable.ts'

const { markdown, unproved } = clauseTable()
writeFileSync(tableFile, markdown)
console.log(unproved.length === 0 ? 'Every clause has a test' : `Without a test: ${unproved.join(' ')}`)
