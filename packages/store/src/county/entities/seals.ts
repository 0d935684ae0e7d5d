import { text } from '../../entities/attributes.ts'
import { entity } from '../../entities/entity.ts'

/** In a table of its own, without stream and backup: once it is destroyed, nothing opens the ballots of its round. */
export const roundKey = entity({
  name: 'round key',
  key: ['SEAL#{consultation}', '{seal}'],
  attributes: { d: text },
  holds: 'the private half of a secret round’s key, by its public half (P6a)',
  by: ['officer', 'system'],
  reads: ['the count: one'],
})
