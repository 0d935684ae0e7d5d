import { writeFileSync } from 'node:fs'
import { entityTable, entityTableFile } from './entityTable.ts'

writeFileSync(entityTableFile, entityTable())
