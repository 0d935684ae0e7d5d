import type { Text } from '@xieshang/kernel'
import type { Section } from './section.ts'

/** What a kind of event changes, and what it is called in the history of a consultation. */
export type Happened = { readonly sections: readonly [Section, ...Section[]]; readonly label: Text }

/** The same of every event of a room. */
export type Words<Events> = { readonly [T in keyof Events]: Happened }

export const happened = (sections: Happened['sections'], label: Text): Happened => ({ sections, label })
