import { openGateway, type Page } from './http/gateway.ts'
import type { DeskOptions, RunningDesk } from './options.ts'
import { run } from './run.ts'
import { claimFolder } from './state/folder.ts'
import { openStops } from './stops.ts'

/** Starts what the templates of an assembly say. @throws StartFailure with what a person can mend */
export async function startDesk(options: DeskOptions): Promise<RunningDesk> {
  const folder = claimFolder(options.dataDir, options.product, options.fresh === true)
  const stops = openStops()
  stops.add(() => folder.release())
  try {
    // Only who has the folder and the port begins: a start that is refused has changed nothing.
    const pages: Page[] = []
    const gateway = openGateway(pages)
    const port = await gateway.listen(options.port)
    stops.add(() => gateway.stop())
    folder.begin()
    return await run(options, { pages, gateway, port, stops })
  } catch (error) {
    await stops.end()
    throw error
  }
}
