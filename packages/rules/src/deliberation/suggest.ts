import type { Relation } from '../catalogue/base.ts'
import type { Consultation } from '../consultation/state.ts'
import { isMajor } from '../major/state.ts'
import { keysOf } from '../taxonomy/keys.ts'
import { type Form, forms } from '../taxonomy/procedure.ts'

const byRelation: { readonly [relation in Relation]: readonly Form[] } = {
  M1: ['meeting', 'appraisal', 'hearing'],
  M2: ['meeting'],
  M3: ['meeting', 'discussion'],
  M4: ['meeting'],
  M5: ['meeting', 'homeVisit'],
}

/** From so many on the list, asking everybody online or by survey reaches more people than a meeting. */
const many = 50

/**
 * P4: the forms that suit a matter and its scope, in the policy's order; what the committee chooses is its own affair.
 * @param state with a fixed list; without one, the matter alone decides
 */
export function suggestForms(state: Consultation): Form[] {
  const { list, topic } = state
  const suited = new Set<Form>([
    ...byRelation[topic.asFiled.relation],
    ...(isMajor(state) ? (['hearing', 'publicNotice'] as const) : []),
    ...((list?.listed ?? 0) >= many ? (['online', 'survey'] as const) : []),
    ...((list?.composition.professionals ?? 0) > 0 ? (['appraisal', 'advice'] as const) : []),
  ])
  return keysOf(forms).filter((form) => suited.has(form))
}
