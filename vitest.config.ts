import { defineConfig } from 'vitest/config'

const shared = { testTimeout: 20_000, hookTimeout: 60_000 }
const nowhere = ['**/node_modules/**', '**/dist/**', 'cdk.out/**', '.build/**']

/** unit needs nothing; int an engine; city a whole running city or a browser; quality the tools. */
export default defineConfig({
  test: {
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
          name: 'city',
          include: ['test/**/*.e2e.test.ts'],
          exclude: nowhere,
          globalSetup: ['test/setup/build.ts'],
          fileParallelism: false,
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
