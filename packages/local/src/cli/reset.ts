import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { claimFolder, StartFailure } from '@xieshang/desk/kept'
import { product } from './product.ts'
import { withRemedies } from './remedies.ts'

/** `npm run reset`: empties the data folder of a city that does not run; the next `npm start` begins anew. */
const dataDir = resolve(process.env.XIESHANG_DATA ?? '.data')

try {
  if (existsSync(dataDir)) {
    const folder = claimFolder(dataDir, product, true)
    folder.begin()
    folder.release()
  }
  console.log(`${dataDir} 已清空。 / is empty.`)
} catch (error) {
  if (!(error instanceof StartFailure)) throw error
  console.error(withRemedies(error))
  process.exitCode = 1
}
