import { byArea } from '../wiring/areas.ts'

/** What residents reach without a password: personal links, public pages, and the API's own description. */
export const handler = byArea(
  [
    [['/links'], () => import('./areas/links.ts')],
    [['/public/affairs', '/public/open-data'], () => import('./areas/affairs.ts')],
    [['/openapi.json'], () => import('./areas/document.ts')],
  ],
  [['/public', '/screens'], () => import('./areas/pages.ts')],
)
