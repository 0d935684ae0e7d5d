/**
 * The tests of the running city that need nothing of templates, bundles and processes, on one in their own process.
 * @param root of the project, with a slash at its end
 */
export const onNearCity = (root: string) => ({
  name: 'near',
  include: ['test/city/{affairs,api,drafts,feedback,screens,settings,whole}.e2e.test.ts'],
  alias: [{ find: './running.ts', replacement: `${root}test/near/running.ts` }],
  testTimeout: 120_000,
  hookTimeout: 120_000,
})
