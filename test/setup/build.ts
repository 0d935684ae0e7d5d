import { buildAll } from '../../infra/src/build.ts'

/** Functions, pages and templates as they are now. */
export default async function setup() {
  await buildAll()
}
