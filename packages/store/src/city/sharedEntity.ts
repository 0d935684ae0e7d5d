import { sharedEntrySchema } from '@xieshang/rules/registers'
import { json, number } from '../entities/attributes.ts'
import { entity } from '../entities/entity.ts'

/**
 * What a county shares (G9); what was annulled is kept and leaves the index.
 * @by system
 * @reads officers of all counties: a page of the index, the newest first, or one
 */
export const shared = entity({
  key: ['SHARED#{kind}', '{entry}'],
  index: { standing: ['SHARED#{kind}', '{entry}'] },
  attributes: { version: number, card: json((value) => sharedEntrySchema.parse(value)) },
})
