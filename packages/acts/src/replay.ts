import type { CountyStore, Request } from '@xieshang/store'
import type { ActOutcome } from './act.ts'

/** What the same request was answered before, if it was. */
export async function replay(
  consultations: CountyStore['consultations'],
  request: Request,
): Promise<ActOutcome | undefined> {
  const state = await consultations.answered(request)
  if (state === undefined) return undefined
  return state === 'keyReused' ? { kind: 'keyReused' } : { kind: 'done', state }
}
