import * as z from 'zod'
import { type By, toldByShape } from './by.ts'

export type Stamp = { readonly at: string; readonly by: By }

/** The same as a shape of what an officer reads: who did something and when. */
export const stampShape = { at: z.string(), by: toldByShape }

/** What carries a stamp, without it. */
export type Unstamped<T> = Omit<T, keyof Stamp>

/** A named officer's recorded reason to go on against a clause. */
export type Exception = Stamp & { readonly clause: string; readonly reason: string }
