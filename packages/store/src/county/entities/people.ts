import type { By, ParticipantCategory, ParticipantClass, Template } from '@xieshang/rules'
import { map, number, oneOf, optional, packed, place, text, word } from '../../entities/attributes.ts'
import { entity } from '../../entities/entity.ts'

/** What of a line of an import was not taken, and why. */
export type ImportLine = { readonly line: number; readonly field: string; readonly detail: string }

/**
 * A person on the register of a village. A person's id begins with the village.
 * @personal the name; the number masked, marked by a keyed hash, and sealed under the county’s key
 * @by officer
 * @reads the register: a page
 * @reads a list of participants: some, by id
 * @reads the sender: one, for its number
 */
export const person = entity({
  key: ['VILLAGE#{village:code}', 'PERSON#{person}'],
  attributes: {
    name: text,
    category: word<ParticipantCategory>(),
    class: word<ParticipantClass>(),
    division: place,
    phone: optional(text),
    phoneMark: optional(text),
    sealed: optional(text),
  },
})

/**
 * How a village fills its lists (S3).
 * @personal the officer who changed it
 * @by officer
 * @reads whoever fixes a list there: one
 */
export const template = entity({
  key: ['VILLAGE#{village:code}', 'TEMPLATE'],
  attributes: { template: map<Template>(), changed: map<{ readonly at: string; readonly by: By }>() },
})

/**
 * How far an import of a register is, and which lines were not taken.
 * @by officer, system
 * @reads whoever began it: one
 * @reads the step that goes on with it: one
 * @expires a week after it began
 * @stream its next chunk is registered
 */
export const registerImport = entity({
  key: ['VILLAGE#{village:code}', 'IMPORT#{id}'],
  attributes: {
    state: oneOf(['running', 'done']),
    next: number,
    chunks: number,
    total: number,
    done: number,
    imported: number,
    unchanged: number,
    rejected: packed<readonly ImportLine[]>(),
    brought: text,
    at: text,
    expiresAt: number,
  },
  stream: {
    change: ({ village, id }, values) => (values().state === 'running' ? { kind: 'import', village, id } : undefined),
  },
})

/**
 * Rows of an import, until they are on the register. `rows` is the hash of all rows of the import, so that no other
 * rows of its id take their place.
 * @personal sealed under the county’s key
 * @by officer, system
 * @reads the step of the import: one
 * @expires a week after it began
 */
export const importChunk = entity({
  key: ['IMPORT#{id}', 'CHUNK#{rows}#{chunk:4}'],
  attributes: { sealed: optional(text), expiresAt: number },
})
