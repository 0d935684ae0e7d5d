import { number, optional, text } from '../entities/attributes.ts'
import { entity } from '../entities/entity.ts'

/**
 * What an officer typed and has not sent: as it was typed in the city's table, sealed in a county's.
 * @personal whatever was typed, sealed by the county's key
 * @by officer
 * @reads who typed it, and nobody else: a page of those about one thing
 * @expires 30 days after the last change
 */
export const draft = entity({
  key: ['DRAFTS#{sub:any}', '{place:code}#{about}#{form}'],
  attributes: { form: text, typed: optional(text), sealed: optional(text), keptAt: text, expiresAt: number },
})
