import { startDynamoDb } from '@xieshang/desk'
import type { TestProject } from 'vitest/node'

/** One DynamoDB engine in memory for all tests that need one. */
export default async function setup(project: TestProject) {
  const engine = await startDynamoDb()
  project.provide('dynamodb', engine.endpoint)
  return () => engine.stop()
}
