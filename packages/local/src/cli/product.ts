/** The mark of a data folder. Its version goes up when a folder written before can no longer be read. */
export const product = { name: 'xieshang', version: 3, run: 'city' }
