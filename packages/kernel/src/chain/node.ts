import { createHash, randomBytes } from 'node:crypto'
import type { ChainTools } from './link.ts'

const saltBytes = 16

/** SHA-256 and chance as Node has them. */
export const nodeChainTools: ChainTools = {
  hash: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  commit: (salt, value) =>
    createHash('sha256').update(Buffer.from(salt, 'base64url')).update(value).digest('base64url'),
  salt: () => randomBytes(saltBytes).toString('base64url'),
}
