import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ofPlaces, tables } from '../../packages/store/test/entities.ts'
import { root } from './clauseTable.ts'

export const entityTableFile = join(root, 'docs/table.md')
export const writtenEntityTable = (): string => readFileSync(entityTableFile, 'utf8')

type Entities = typeof ofPlaces
type Declared = Entities[number]['declared']

const code = (keys: readonly string[]) => keys.map((key) => `\`${key}\``).join(' · ')

const indexOf = ({ index = {} }: Declared) => Object.values(index).map(code).join('<br>') || '–'

const row = ({ declared }: Entities[number]): string => {
  const { name, key, holds, personal, by, expires = '–', attributes } = declared
  const personally = personal === undefined ? '' : `<br>*personal:* ${personal}`
  const names = Object.entries(attributes).map(([attribute, form]) => ('optional' in form ? `${attribute}?` : attribute))
  const holding = `${holds}${personally}<br>${names.join(', ')}`
  return `| **${name}** | ${code(key)} | ${indexOf(declared)} | ${holding} | ${by.join(', ')} | ${expires} |`
}

const pattern = ({ declared: { name, reads } }: Entities[number]) => `- **${name}** – ${reads.join('; ')}`

const meaning = ({ declared: { name, stream } }: Entities[number]): string[] =>
  stream === undefined ? [] : [`- **${name}**${stream.once === true ? ', when it appears' : ''}: ${stream.says}`]

const place = ({ declared: { key } }: Entities[number]) => key.join(' ')

/** What lies together stands together. */
const byPlace = (entities: Entities): Entities => entities.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))

const section = (title: string, entities: Entities): string[] => [
  `## ${title}`,
  '',
  '| entity | key (`PK` · `SK`) | index (`GSI1PK` · `GSI1SK`) | holds | written by | goes |',
  '| --- | --- | --- | --- | --- | --- |',
  ...entities.map(row),
  '',
  '### Who reads it how',
  '',
  ...entities.map(pattern),
  '',
]

/** The document that the declarations of the entities make. */
export const entityTable = (): string =>
  [
    '# What the tables hold',
    '',
    'Made from the declarations of the entities by `test/quality/writeTable.ts`; a test fails when it is stale. In a key,',
    '`{seat:4}` is a number of at least four digits, `{place:code}` the code of a place, `{sub:any}` any text, any other field text without `#`.',
    'A named attribute with `?` may be missing. What goes does so by `expiresAt`, hours after it was to.',
    '',
    ...section('The table of a county', byPlace(tables.county)),
    '### What a change means to the outbox',
    '',
    ...byPlace(tables.county).flatMap(meaning),
    '',
    ...section('The table of the city', byPlace(tables.city)),
    ...section('The table of the keys to a county’s secret rounds', tables.seals),
    ...section('In the tables of counties and city alike', ofPlaces),
  ].join('\n')
