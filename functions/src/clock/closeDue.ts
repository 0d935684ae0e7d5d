import { type Acts, commandOf } from '@xieshang/acts'
import type { PlaceCode } from '@xieshang/kernel'
import type { CountyStore } from '@xieshang/store'

type Due = Awaited<ReturnType<CountyStore['consultations']['due']>>[number]

/**
 * P6a: closes every round whose end has come. A round that may not be closed yet, since its paper is outstanding, stays on
 * the list and is closed when it may; one that somebody else closed leaves it.
 * @param failed told of each that could not be closed for another reason; it stays on the list, too
 */
export async function closeDue(
  consultations: Pick<CountyStore['consultations'], 'due' | 'notDue'>,
  acts: Pick<Acts, 'run'>,
  tenant: PlaceCode,
  now: string,
  failed: (due: Due, error: unknown) => void,
): Promise<{ readonly closed: number; readonly waiting: number; readonly failed: number }> {
  const counted = { closed: 0, waiting: 0, failed: 0 }
  for (const due of await consultations.due(now)) {
    try {
      const outcome = await acts.run({
        consultation: due.consultation,
        command: commandOf('closeRound', { round: due.round }),
        actor: { sub: 'system', name: '系统', role: 'system', division: tenant },
        now,
        authorise: () => undefined,
      })
      const over = outcome.kind === 'done' || outcome.kind === 'missing'
      if (over || (outcome.kind === 'refused' && outcome.refusal.code === 'roundClosed')) {
        await consultations.notDue(due)
        counted.closed++
      } else counted.waiting++
    } catch (error) {
      counted.failed++
      failed(due, error)
    }
  }
  return counted
}
