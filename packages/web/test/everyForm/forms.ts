import {
  decideApplicationFields,
  type Field,
  type Fields,
  keysOf,
  newPersonFields,
  officialAccountFields,
  publishQuarterFields,
  seatSet,
  setCatalogueFields,
  setParametersFields,
  templateFields,
  text,
} from '@xieshang/rules'
import { commands, proposeTopicFields } from '@xieshang/rules/deciding'
import { entryActsOf, entryKinds } from '@xieshang/rules/registers'

/** Every form of the offices, from the declarations that they are shown from. */
export const forms: Readonly<Record<string, Fields>> = Object.fromEntries<Fields>([
  ...keysOf(commands).map((type) => [type, commands[type].fields] as const),
  ...keysOf(entryKinds).flatMap((kind) => [
    [`${kind}.create`, entryKinds[kind].fields] as const,
    ...Object.entries(entryActsOf(entryKinds[kind])).map(([act, { fields }]) => [`${kind}.${act}`, fields] as const),
  ]),
  ['topic', proposeTopicFields],
  ['person', newPersonFields],
  ['template', templateFields],
  ['application', decideApplicationFields],
  ['parameters', setParametersFields],
  ['catalogue', setCatalogueFields],
  ['officialAccount', officialAccountFields],
  ['openData', publishQuarterFields(['2026Q1', '2025Q4'])],
])

/** One field to type into: where it stands, and how. */
export type Leaf = { readonly path: string; readonly input: Field['input'] }

/** Nobody types these; a photo is a file, which no browser lets a page keep. */
const untyped: readonly Field['input'][] = ['known', 'now', 'beside', 'photo']

/** The fields that one types into, one after the other; of rows those of the first. */
export const leavesOf = (fields: Fields, before = ''): Leaf[] =>
  Object.entries(fields).flatMap(([name, field]): Leaf[] => {
    const path = `${before}${name}`
    if (field.input === 'group') return leavesOf(field.of, `${path}.`)
    if (field.input === 'rows') return leavesOf(field.of, `${path}.0.`)
    return untyped.includes(field.input) ? [] : [{ path, input: field.input }]
  })

const two = () => [1, 2].map((value) => ({ value, label: text(`第 ${value} 条`, `Item ${value}`) }))

function openedField({ when: _when, ...field }: Field): Field {
  switch (field.input) {
    case 'group':
    case 'rows':
    case 'people':
    case 'papers':
      return { ...field, of: opened(field.of) }
    case 'pick':
    case 'picks':
    case 'votes':
      return { ...field, from: two }
    case 'seats':
      return { ...field, of: () => seatSet([1, 2, 3]) }
    default:
      return field
  }
}

/** The same form with every field asked for and something to choose everywhere, however a consultation stands. */
export const opened = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, openedField(field)]))
