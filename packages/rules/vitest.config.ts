import { defineConfig } from 'vitest/config'

/** The rules alone, for the mutation run; `npm test` has its own configuration at the top. */
export default defineConfig({
  test: {
    include: ['{src,test}/**/*.unit.test.ts'],
    // It reads the source, which is not itself while it is mutated.
    exclude: ['test/texts.unit.test.ts'],
    setupFiles: ['test/sameEveryRun.ts'],
    env: { SEQUENCES: '150' },
  },
})
