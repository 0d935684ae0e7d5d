import type * as z from 'zod'
import { archiveCommands } from '../archive/commands.ts'
import { assemblyCommands } from '../assembly/commands.ts'
import { correctionCommands } from '../correction/commands.ts'
import { deliberationCommands } from '../deliberation/commands.ts'
import { dissentsCommands } from '../dissents/commands.ts'
import { filingCommands } from '../filing/commands.ts'
import { majorCommands } from '../major/commands.ts'
import { noticeCommands } from '../notice/commands.ts'
import { participantsCommands } from '../participants/commands.ts'
import { publicationCommands } from '../publication/commands.ts'
import { reportsCommands } from '../reports/commands.ts'
import { sessionCommands } from '../session/commands.ts'
import { supervisionCommands } from '../supervision/commands.ts'
import { tasksCommands } from '../tasks/commands.ts'
import { topicCommands } from '../topic/commands.ts'
import { votingCommands } from '../voting/commands.ts'

/** Every command on an existing consultation: its schema, its clause, who may give it, and its rule. */
export const commands = {
  ...topicCommands,
  ...participantsCommands,
  ...noticeCommands,
  ...deliberationCommands,
  ...sessionCommands,
  ...votingCommands,
  ...filingCommands,
  ...publicationCommands,
  ...assemblyCommands,
  ...majorCommands,
  ...tasksCommands,
  ...reportsCommands,
  ...dissentsCommands,
  ...supervisionCommands,
  ...correctionCommands,
  ...archiveCommands,
} as const

export type CommandType = keyof typeof commands

export type CommandBody<T extends CommandType> = z.output<(typeof commands)[T]['schema']>

/** A command as the rules take it: its type and its validated body. */
export type Command = { [T in CommandType]: { readonly type: T; readonly body: CommandBody<T> } }[CommandType]

type Kebab<S extends string> = S extends `${infer C}${infer Rest}`
  ? `${C extends Lowercase<C> ? C : `-${Lowercase<C>}`}${Kebab<Rest>}`
  : S

/** `registerTopic` → `register-topic`, as the API's paths spell it. */
export type CommandPath<T extends CommandType = CommandType> = Kebab<T>

/** The path of a command. The type spells what the replacement does. */
export const commandPath = <T extends CommandType>(type: T): CommandPath<T> =>
  type.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`) as CommandPath<T>

const byPath = new Map<string, CommandType>(
  Object.keys(commands).map((type) => [commandPath(type as CommandType), type as CommandType]),
)

export const commandTypeOf = (path: string): CommandType | undefined => byPath.get(path)
