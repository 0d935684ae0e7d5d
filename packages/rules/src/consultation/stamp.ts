import type { By } from './by.ts'

export type Stamp = { readonly at: string; readonly by: By }

/** A named officer's recorded reason to go on against a clause. */
export type Exception = Stamp & { readonly clause: string; readonly reason: string }
