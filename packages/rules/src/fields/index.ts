export * from './declare.ts'
export * from './field.ts'
export * from './references.ts'
export * from './usual.ts'
