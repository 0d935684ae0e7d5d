/** What a desk keeps in its folder, for commands beside the run: nothing here loads an engine. */
export { type Clock, openClock } from './clock/clock.ts'
export { instantIn } from './clock/instants.ts'
export { type Remedy, StartFailure } from './engines/failure.ts'
export type { Identity } from './identity/identity.ts'
export { mintToken, signingKey } from './identity/keys.ts'
export { claimFolder, type Product } from './state/folder.ts'
export { openState, type State } from './state/state.ts'
