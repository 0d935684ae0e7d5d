import { randomBytes } from 'node:crypto'
import type { State } from '../state/state.ts'

export type Credentials = { readonly accessKeyId: string; readonly secretAccessKey: string }

/**
 * What the engines ask for. DynamoDB Local keeps a database for each access key id, so that the id is at once the name of
 * the file and the password to read it: chance, kept with the data.
 */
export function engineCredentials(state: State): Credentials {
  const accessKeyId = state.get('engine-key') ?? randomBytes(16).toString('hex')
  state.set('engine-key', accessKeyId)
  return { accessKeyId, secretAccessKey: 'desk' }
}
