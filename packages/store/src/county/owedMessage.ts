import { tenantOf } from '@xieshang/kernel'
import { type Owed, owedSchema, toldOf } from '@xieshang/rules'
import { type KeptDuties, openOf } from './owner.ts'

/** Of long titles this much is told: enough to know them by. */
const longestAbout = 60
const longestTitle = 200

/** What the city is told when the duties of an owner were kept anew (G3): never more than some tens of kilobytes. */
export function owedFrom({ owner, duties }: KeptDuties, version: number): Owed {
  return owedSchema.parse({
    v: 1,
    owner: owner.id,
    consultation: owner.kind === 'consultation',
    tenant: tenantOf(owner.division),
    division: owner.division,
    title: owner.title?.slice(0, longestTitle),
    version,
    duties: toldOf(
      openOf(duties).map(({ about, responsible, items, ...duty }) => ({
        ...duty,
        about: about?.slice(0, longestAbout),
        responsible: responsible?.slice(0, longestAbout),
        ...(items !== undefined && { items: [...items] }),
      })),
    ),
  })
}
