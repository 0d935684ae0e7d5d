import { writeFileSync } from 'node:fs'
import { cityDocument, countyDocument } from '../src/documents.ts'

/** Writes the API's documents, for generating clients: `node write-openapi.ts DIRECTORY`. */
const [directory] = process.argv.slice(2)
if (directory === undefined) throw new Error('Name the directory to write to')
writeFileSync(`${directory}/county.json`, JSON.stringify(countyDocument('{county}'), null, 2))
writeFileSync(`${directory}/city.json`, JSON.stringify(cityDocument(), null, 2))
