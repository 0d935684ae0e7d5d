import { text } from '../../entities/attributes.ts'
import { entity } from '../../entities/entity.ts'

/**
 * The private half of a secret round’s key, by its public half (P6a). In a table of its own, without stream and backup:
 * once it is destroyed, nothing opens the ballots of its round.
 * @by officer, system
 * @reads the count: one
 */
export const roundKey = entity({
  key: ['SEAL#{consultation}', '{seal}'],
  attributes: { d: text },
})
