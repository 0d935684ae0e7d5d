import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { onNearCity } from './test/near/project.ts'

const shared = { testTimeout: 20_000, hookTimeout: 60_000 }
const nowhere = ['**/node_modules/**', '**/dist/**', 'cdk.out/**', '.build/**']

/**
 * unit needs nothing; int an engine; near an engine and the functions' own source; city a whole running city or a browser;
 * quality the tools. `npm test` leaves out near, whose tests run on the whole city there.
 */
export default defineConfig({
  test: {
    // As many as a small machine has cores: much of a test's time is waiting.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{packages,functions,infra,test}/**/*.unit.test.{ts,tsx}'],
          exclude: nowhere,
        },
      },
      {
        test: {
          ...shared,
          name: 'int',
          include: ['{packages,functions,test}/**/*.int.test.ts'],
          exclude: nowhere,
          globalSetup: ['test/setup/dynamodb.ts'],
        },
      },
      {
        test: {
          ...shared,
          ...onNearCity(fileURLToPath(new URL('./', import.meta.url))),
          exclude: nowhere,
          globalSetup: ['test/setup/dynamodb.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'city',
          include: ['test/**/*.e2e.test.ts'],
          exclude: nowhere,
          globalSetup: ['test/setup/build.ts'],
          // After the quick ones; two cities at a time, each with engines of its own.
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'quality',
          include: ['test/quality/*.test.ts'],
          exclude: nowhere,
          testTimeout: 180_000,
        },
      },
    ],
  },
})
