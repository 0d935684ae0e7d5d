/** What starts a desk, and what one is made of. */
export { startDynamoDb } from './engines/dynamodb.ts'
export { requireJava } from './engines/java.ts'
export type { Page } from './http/gateway.ts'
export type { DeskOptions, RunningDesk } from './options.ts'
export type { PluginTools, Subscriber } from './plugins/plugin.ts'
export { startDesk } from './start.ts'
