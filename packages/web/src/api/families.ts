import type { PlaceCode } from '@xieshang/kernel'
import type { CommandPath, CommandType, EntryKind } from '@xieshang/rules'
import type { paths as CityDocument } from './city.gen.d.ts'
import type { paths as CountyDocument } from './county.gen.d.ts'

/*
 * Forms are made from declarations, so whoever sends one asks for a command or an act by a variable. The document has a path
 * for each; here those that differ in a name alone are one path with a parameter more, which the client can be asked for.
 */

/** What a form made of declared fields. Their schema is that of the document, and the API holds it against what is sent. */
export type Body = Readonly<Record<string, unknown>>

export type AnswerOf<Operation> = Operation extends { responses: infer All }
  ? All[keyof All & (200 | 201 | 202)] extends { content: { 'application/json': infer Answer } }
    ? Answer
    : never
  : never

/** Paths below another at which something is posted that is answered in this form. */
type Posting<Paths, Below extends string, Answer> = {
  [Path in keyof Paths & `${Below}/${string}`]: Paths[Path] extends { post: infer Operation }
    ? [AnswerOf<Operation>] extends [never]
      ? never
      : AnswerOf<Operation> extends Answer
        ? Path
        : never
    : never
}[keyof Paths & `${Below}/${string}`]

type Family<Parameters, Answer> = {
  parameters: Parameters & { header: { 'Idempotency-Key': string } }
  requestBody: { content: { 'application/json': Body } }
  responses: { 200: { content: { 'application/json': Answer } } }
}

type View = AnswerOf<CountyDocument['/consultations/{id}']['get']>
type Entry = AnswerOf<CountyDocument['/affairs/{kind}/{id}']['get']>

type NameIn<Path, Below extends string> = Path extends `${Below}/${infer Name}` ? Name : never

/** The last part of each command's path. */
type CommandName = NameIn<Posting<CountyDocument, '/consultations/{id}', View>, '/consultations/{id}'>

/** A command that some officer may give: it has a path in the document. */
export type OfficerCommand = {
  [T in CommandType]: CommandPath<T> extends CommandName ? T : never
}[CommandType]

type KindWithForm = NameIn<Posting<CountyDocument, '/affairs', Entry>, '/affairs'> & EntryKind

/** A county's document with its families. */
export type CountyPaths = Omit<CountyDocument, '/consultations' | '/affairs/{kind}'> & {
  '/consultations': {
    get: CountyDocument['/consultations']['get']
    post: Family<{ path?: never }, View>
  }
  '/consultations/{id}/{command}': {
    post: Family<{ path: { id: string; command: CommandName }; header: { 'If-Match': string } }, View>
  }
  '/affairs/{kind}': {
    get: CountyDocument['/affairs/{kind}']['get']
    post: Family<{ path: { kind: KindWithForm } }, Entry>
  }
  '/affairs/{kind}/{id}/{act}': { post: Family<{ path: { kind: EntryKind; id: string; act: string } }, Entry> }
}

type NoteTaken = AnswerOf<CityDocument['/notes']['post']>

/** The city's document with its family: what the city sends, and does on a note of its own. */
export type CityPaths = Omit<CityDocument, '/notes'> & {
  '/notes': { post: Family<{ path?: never }, NoteTaken> }
  '/notes/{county}/{id}/{act}': { post: Family<{ path: { county: PlaceCode; id: string; act: string } }, NoteTaken> }
}
