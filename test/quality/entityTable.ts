import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Named, ofBoth, tables } from '../../packages/store/test/entities.ts'
import { root } from './clauseTable.ts'

export const entityTableFile = join(root, 'docs/table.md')
export const writtenEntityTable = (): string => readFileSync(entityTableFile, 'utf8')

const code = (keys: readonly string[]) => keys.map((key) => `\`${key}\``).join(' · ')

const said = ({ tags }: Named, tag: string): string | undefined => tags.get(tag)?.join('; ')

/** `seatFacts` as words. */
const nameOf = ({ name }: Named): string => `**${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}**`

function row(entity: Named): string {
  const { key, index = {}, attributes } = entity.declared
  const personal = said(entity, 'personal')
  const names = Object.entries(attributes).map(([name, form]) => ('optional' in form ? `${name}?` : name))
  const cells = [
    nameOf(entity),
    code(key),
    Object.values(index).map(code).join('<br>') || '–',
    [entity.holds, ...(personal === undefined ? [] : [`*Personal:* ${personal}.`]), names.join(', ')].join('<br>'),
    said(entity, 'by'),
    said(entity, 'expires') ?? '–',
  ]
  return `| ${cells.join(' | ')} |`
}

const pattern = (entity: Named) => `- ${nameOf(entity)} – ${said(entity, 'reads')}`

const meaning = (entity: Named): string[] => {
  const { stream } = entity.declared
  return stream === undefined
    ? []
    : [`- ${nameOf(entity)}${stream.once === true ? ', when it appears' : ''}: ${said(entity, 'stream')}`]
}

const place = ({ declared: { key } }: Named) => key.join(' ')

/** What lies together stands together. */
const byPlace = (entities: readonly Named[]): readonly Named[] =>
  entities.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))

const section = (title: string, entities: readonly Named[]): string[] => [
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
    ...section('In the tables of counties and city alike', ofBoth),
  ].join('\n')
