import { openActs } from '@xieshang/acts'
import { type EverybodyChannel, type Posted, type Poster, postingSchema, putUpOn } from '@xieshang/channels'
import { isPosted, type Posting } from '@xieshang/rules'
import { openPlaces, type Secrets, type Table } from '@xieshang/store'
import type { SQSRecord } from 'aws-lambda'
import { roomsOfActs } from '../wiring/acts.ts'
import { county } from '../wiring/county.ts'
import { environment } from '../wiring/environment.ts'
import { logOf } from '../wiring/log.ts'
import { Later, queueFunction } from '../wiring/queue.ts'
import { withSecrets } from '../wiring/secrets.ts'

/** What a poster may use: the county's own settings, and the address it speaks to. */
type Means = { readonly table: Table; readonly secrets: Secrets; readonly endpoint: string }

/**
 * P3a, P8: the sender of a channel that is put up once for everybody. What came of it stands in the consultation; where it
 * failed for good, an officer is told to do it by hand.
 */
export function posterOn<Words>(channel: EverybodyChannel<Words>, posterWith: (means: Means) => Poster<Words>) {
  const { tenant, table } = county()
  const store = roomsOfActs(table)
  const places = openPlaces(table)
  const { secrets, people } = withSecrets(table, tenant)
  const acts = openActs({ store, people, secrets })
  const { variable } = channel.sender
  const { PUBLIC_ORIGIN: origin } = environment('PUBLIC_ORIGIN')
  const { [variable]: endpoint = '' } = environment(variable)
  const post = posterWith({ table, secrets, endpoint })
  const log = logOf(channel.name)

  async function report(id: string, key: string, posting: Pick<Posting, 'of' | 'number'>, posted: Posted) {
    const { kind, note } = posted
    const place = posted.place ?? (await places.known()).nameOf(tenant)
    const result = kind === 'posted' ? kind : 'failed'
    const outcome = await acts.run({
      consultation: id,
      command: { type: 'reportPosting', body: { ...posting, channel: channel.name, result, place, note } },
      actor: { sub: 'system', name: '系统', role: 'system', division: tenant },
      now: new Date().toISOString(),
      request: { sub: 'system', key, fingerprint: key },
      authorise: () => undefined,
    })
    if (outcome.kind === 'changed') throw new Error('The consultation keeps changing')
  }

  async function take({ body, attributes }: SQSRecord): Promise<void> {
    const { consultation, event: number } = postingSchema.parse(JSON.parse(body))
    const [state, event, { nameOf }] = await Promise.all([
      store.consultations.load(consultation),
      store.consultations.event(consultation, number),
      places.known(),
    ])
    if (state === undefined || event === undefined) throw new Error('There is no such event')
    const putUp = putUpOn(channel, event, state)
    if (putUp === undefined) return
    const { posting, says } = putUp
    if (isPosted(state, posting.of, posting.number, channel.name)) return
    const link = `${origin}/p/${tenant}/${consultation}`
    const posted = await post(says({ place: nameOf(state.division), title: state.topic.title, link }))
    if (posted.kind === 'unanswered') {
      const last = Number(attributes.ApproximateReceiveCount) >= channel.queue.receives
      log.warn('not published', { error: posted.error, last })
      if (!last) throw new Later('It was not answered')
    }
    await report(consultation, `${channel.name}-${consultation}-${number}`, posting, posted)
  }

  return queueFunction(log, take)
}
