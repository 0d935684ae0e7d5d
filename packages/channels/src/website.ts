import { readerChannel } from './declare.ts'

/** P8: the public page, where everything that is registered stands anyway. */
export const website = readerChannel('website')
