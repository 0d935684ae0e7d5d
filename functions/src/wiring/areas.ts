import type { HttpFunction } from './http.ts'

/** How the paths of an area's operations begin, and the module that answers them. */
type Area = readonly [under: readonly string[], load: () => Promise<{ readonly handler: HttpFunction }>]

/** On a custom domain the mapping's key stands before the path. */
const mount = /^\/api\/\w+(?=\/)/

/**
 * A function whose API has areas. Each is bundled by itself and loaded when it is first asked for, so that a start loads
 * what its first request needs and nothing else.
 * @param last answers what lies in no area, which is nothing that there is
 */
export function byArea(areas: readonly Area[], last: Area): HttpFunction {
  return async (event, context) => {
    const path = event.requestContext.http.path.replace(mount, '')
    const [, load] = areas.find(([under]) => under.some((start) => path.startsWith(start))) ?? last
    return (await load()).handler(event, context)
  }
}
