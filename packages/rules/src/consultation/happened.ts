import type { Text } from '@xieshang/kernel'
import type { Section } from './section.ts'

/** What a kind of event changes, and what it is called in the history of a consultation. */
export type Happened = { readonly sections: readonly [Section, ...Section[]]; readonly label: Text }

export const happened = (sections: Happened['sections'], label: Text): Happened => ({ sections, label })
