import { byArea } from '../wiring/areas.ts'

/** The city's API. */
export const handler = byArea(
  [
    [['/shared'], () => import('./areas/shared.ts')],
    [['/overdue', '/rewritten', '/chains'], () => import('./areas/oversight.ts')],
    [['/notes', '/drafts'], () => import('./areas/notes.ts')],
    [['/openapi.json'], () => import('./areas/document.ts')],
  ],
  [['/me', '/dashboard', '/figures'], () => import('./areas/dashboard.ts')],
)
