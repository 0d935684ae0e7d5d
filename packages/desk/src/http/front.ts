type Headers = Readonly<Record<string, string>>
type Event = {
  readonly request: { readonly headers: Readonly<Record<string, { readonly value: string }>> }
  readonly viewer: { readonly ip: string }
}

/** What stands before the APIs, as the template has it. */
export type Front = {
  /** Of the paths that go by it. */
  readonly prefix: string
  /** What it says to the API of itself, whatever the caller said. */
  readonly headers: Headers
  /** What it runs on each request first. */
  readonly functions: readonly ((event: Event) => Event['request'])[]
}

/** The headers of a request as they reach an API through its front. */
export function throughFront(fronts: readonly Front[], path: string, headers: Headers, ip: string): Headers {
  const front = fronts.find(({ prefix }) => path.startsWith(prefix))
  if (front === undefined) return headers
  const asked = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }]))
  const changed = front.functions.reduce((request, run) => run({ request, viewer: { ip } }), { headers: asked })
  const plain = Object.fromEntries(Object.entries(changed.headers).map(([name, { value }]) => [name, value]))
  return { ...plain, ...front.headers }
}
