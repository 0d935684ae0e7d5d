import { openEntryActs } from '@xieshang/acts/registers'
import { type PlaceCode, within } from '@xieshang/kernel'
import { cityActSchema, commandFrom } from '@xieshang/rules/registers'
import { openConsultations, type Table } from '@xieshang/store'
import { openEntries } from '@xieshang/store/registers'

/**
 * What the city sent, done on the county's own register as anybody's act is: decided on what stands now, once.
 * @returns which act on which note it was, and why it was not taken, where it was not: the register moved on while the
 * message was on its way, the city sees how it stands, and trying again mends nothing
 * @throws Error when it may be tried again, or is meant for nobody here
 */
export async function takeAct(table: Table, tenant: PlaceCode, message: unknown) {
  const acts = openEntryActs({ entries: openEntries(table), consultations: openConsultations(table) })
  const act = cityActSchema.parse(message)
  if (!within(act.division, tenant)) throw new Error('It is meant for another county')
  const { kind } = await acts.run({
    id: act.note,
    command: commandFrom(act),
    tenant,
    actor: { ...act.by, role: 'city' },
    now: act.at,
    request: { sub: act.by.sub, key: act.key, fingerprint: act.fingerprint },
  })
  if (kind === 'busy') throw new Error('The note keeps changing')
  return { note: act.note, act: act.act, why: kind === 'done' ? undefined : kind }
}
