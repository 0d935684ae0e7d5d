import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { onNearCity } from '../../near/project.ts'

const order = (process.env.SAMPLE_FILES ?? '').split(',')

/** The quickest files first, as they were given, so that most changes are noticed soon. */
class AsGiven extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const place = ({ moduleId }: TestSpecification) => order.findIndex((name) => moduleId.endsWith(name))
    return files.toSorted((a, b) => place(a) - place(b))
  }
}

const root = fileURLToPath(new URL('../../..', import.meta.url))
const shared = {
  testTimeout: 30_000,
  hookTimeout: 60_000,
  exclude: ['**/node_modules/**', '**/dist/**', 'cdk.out/**', '.build/**'],
  setupFiles: [`${root}test/mutation/sample/covered.ts`],
  provide: { dynamodb: process.env.SAMPLE_DYNAMODB ?? '' },
}

/** The tests that need no running city, and those that run on one in the same process, on an engine started before. */
export default defineConfig({
  root,
  test: {
    sequence: { sequencer: AsGiven },
    // Thousands of odd requests are no test of one line.
    testNamePattern: /^(?!.*whatever the path)/,
    projects: [
      {
        test: { ...shared, name: 'unit', include: ['{packages/{store,http},functions,test}/**/*.{unit,int}.test.ts'] },
      },
      { test: { ...shared, ...onNearCity(root), testTimeout: 60_000, hookTimeout: 60_000 } },
    ],
  },
})
