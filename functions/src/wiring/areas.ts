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
export function byArea(areas: readonly Area[], last: Area) {
  const loaded = new Map<Area, ReturnType<Area[1]>>()

  function load(area: Area): ReturnType<Area[1]> {
    const module = loaded.get(area) ?? area[1]()
    loaded.set(area, module)
    return module
  }

  const answer: HttpFunction = async (event, context) => {
    const path = event.requestContext.http.path.replace(mount, '')
    const area = areas.find(([under]) => under.some((start) => path.startsWith(start))) ?? last
    return (await load(area)).handler(event, context)
  }

  return Object.assign(answer, {
    /** Loads all of them at once, each with the environment as it is now: for who runs several counties in one process. */
    loadAll: async (): Promise<void> => {
      await Promise.all([...areas, last].map(load))
    },
  })
}
