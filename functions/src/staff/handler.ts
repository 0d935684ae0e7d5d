import { byArea } from '../wiring/areas.ts'

/** The officers' API of a county. */
export const handler = byArea(
  [
    [['/consultations'], () => import('./areas/consultations.ts')],
    [['/villages'], () => import('./areas/villages.ts')],
    [['/affairs', '/reports'], () => import('./areas/registers.ts')],
    [['/settings'], () => import('./areas/settings.ts')],
  ],
  [['/me', '/divisions', '/catalogue', '/duties', '/drafts'], () => import('./areas/desk.ts')],
)
