import { placeCodeOf, text } from '@xieshang/kernel'
import type { Consultation, Duty, Round, Summary } from '@xieshang/rules'
import { defaultTemplate } from '@xieshang/rules'
import { openCityStore } from '../src/city/city.ts'
import { openCountyStore } from '../src/county/store.ts'
import { keepPlaces, openDrafts, openTable } from '../src/index.ts'
import { recordingClient } from './recording.ts'

const at = '2026-03-01T08:30:00.000Z'
const day = '2026-03-01'
const village = placeCodeOf('331102001001')
const request = { sub: 'officer-1', key: 'request-1', fingerprint: 'f1' }
const by = { sub: 'officer-1', name: '经办人', role: 'village', division: village } as const
const who = { role: 'village', division: village } as const
const duty: Duty = { id: 'report', kind: 'report', due: day, who }
const seat = {
  ...{ PK: 'CASE#C1', SK: 'SEAT#0001', listed: '{"seat":1}', salt: 's', link: 'l', phone: '138****0001' },
  ...{ linkHash: 'hash-1', linkEnds: 1_800_000_000 },
}
/** As much of a consultation as opening its round asks for. */
const voting = { id: 'C1', list: { listed: 1, nonVoting: '' } } as Consultation
const round = { round: 1, items: [1], paper: '', method: 'online', closesAt: at } as unknown as Round

/** Every item that a county puts when its rooms are used, as far as no chance is in it. */
export async function countyItems(): Promise<string[]> {
  const { client, lines, put } = recordingClient()
  put(seat)
  const store = openCountyStore(openTable(client, 'county'))
  await openDrafts(openTable(client, 'county')).keep(
    { sub: 'officer-1', place: village, about: 'C1' },
    { form: 'tell', typed: '{"a":1}', keptAt: at },
  )
  await store.screens.show({ consultation: 'C1', kind: 'notice', event: 4, until: at }, { division: village })
  await store.templates.put(village, { ...defaultTemplate, groups: [] }, { at, by })
  await store.dailyPass.of(day)
  await store.dailyPass.save({ day, stage: 'places', from: '331102001' })
  await store.duties.keep({ kind: 'consultation', id: 'C1', division: village, title: '修路', reminderDays: 3 }, [duty])
  await store.duties.keep(
    { kind: 'place', id: placeCodeOf('331102'), division: placeCodeOf('331102'), reminderDays: 3 },
    [duty],
  )
  await store.turnout.add('C1', 1, [2, 3])
  await store.closings.keep('C1', {
    round: 1,
    seats: [{ seat: 1, voting: true, told: true, present: true, voted: false }],
    dissents: [{ item: 1, words: '太贵', seat: 1 }],
  })
  await store.closings.keepPapers('C1', [{ seat: 2, choices: [{ item: 1, choice: 'yes' }] }])
  await store.photos.handIn('C1', { bytes: new Uint8Array(3), division: village, at, request })
  await store.aside.put({ why: 'too large', attributes: { kind: 'event' }, body: '{}' })
  await store.deliveries.prepare('C1', 4, [1])
  await store.ballots.openPage(voting, round, 1)
  await store.deliveries.sent({ consultation: 'C1', event: 4, seat: 1 }, 'message-1', at)
  await store.opinions.leave('C1', { kind: 'feedback', seat: 7, name: '居民', text: '好', at }, 'request-1')
  await store.summaries.answer({ v: 1, consultation: 'C2', ask: 'ask-1', county: placeCodeOf('331102') }, at)
  return lines
}

/** The same of the city, and of a table's places. */
export async function cityItems(): Promise<string[]> {
  const { client, lines } = recordingClient()
  const table = openTable(client, 'city')
  const store = openCityStore(table)
  await store.applySummary(
    {
      v: 1,
      consultation: 'C1',
      tenant: placeCodeOf('331102'),
      division: village,
      title: '修路',
      step: 'proposed',
      updatedAt: at,
      version: 1,
      chain: { event: 2, hash: 'aa' },
      figures: {} as Summary['figures'],
    },
    at,
  )
  await store.applyEntry({
    v: 1,
    entry: 'E1',
    kind: 'adoption',
    tenant: placeCodeOf('331102'),
    division: placeCodeOf('331102'),
    title: text('经验', '经验'),
    status: 'open',
    createdAt: at,
    updatedAt: at,
    version: 2,
    digest: {},
  })
  await store.applyOwed({
    v: 1,
    owner: 'C1',
    consultation: true,
    tenant: placeCodeOf('331102'),
    division: village,
    title: '修路',
    version: 3,
    duties: [{ id: 'report', kind: 'report', due: day, who, count: 1 }],
  })
  await store.rememberSent(request, 'N1', at)
  await keepPlaces(table, placeCodeOf('331102'), [
    '3311 丽水市',
    '331102 莲都区',
    '331102001 紫金街道',
    '331102001001 灯塔社区',
  ])
  return lines
}
