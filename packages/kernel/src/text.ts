import * as z from 'zod'

/** A word or sentence shown to people: Simplified Chinese first, English as the second language. */
export type Text = { readonly zh: string; readonly en: string }

export type Language = keyof Text

export const textSchema = z.object({ zh: z.string(), en: z.string() })

export const text = (zh: string, en: string): Text => ({ zh, en })
