import { channels, type EventData, type EventOf, type EventType, keysOf } from '@xieshang/rules'
import { describe, expect, it } from 'vitest'
import { queuedChannels, systemChannels } from './channels.ts'
import { postedOn, shownAfter, stepsAfter } from './tellings.ts'

const event = <T extends EventType>(type: T, data: Partial<EventData[T]>) =>
  ({ type, data, consultation: 'C1', number: 4, at: '2026-03-01T08:00:00.000Z' }) as EventOf<T>

const meeting = { at: '2026-03-04T01:00:00.000Z', place: '会议室' }
const until = '2026-03-11T01:00:00.000Z'
const everywhere = keysOf(channels)

describe('the channels of the system', () => {
  it('P3a: are those of the taxonomy, each declared once', () => {
    expect(systemChannels.map(({ name }) => name).toSorted()).toEqual(
      everywhere.filter((channel) => channels[channel].by === 'system').toSorted(),
    )
  })

  it('take the messages that are meant for them, and no two the same', () => {
    const taken = queuedChannels.map(({ attributes }) => JSON.stringify(attributes))
    expect(new Set(taken).size).toBe(taken.length)
    for (const { name, attributes } of queuedChannels) expect(attributes.channel).toBe(name)
  })
})

describe('what is announced', () => {
  it('P3a, P8: goes out where an officer chose it, and nowhere else', () => {
    for (const one of [
      event('NoticeIssued', { channels: everywhere, meeting }),
      event('OutcomePublished', { channels: everywhere, until }),
    ]) {
      expect(stepsAfter<EventType>(one)).toEqual(['deliveries'])
      expect(postedOn<EventType>(one).map(({ name }) => name)).toEqual(['wechat'])
      expect(shownAfter<EventType>(one)).toHaveLength(1)
    }
    const nowhere = event('NoticeIssued', { channels: ['board'], meeting })
    expect([...stepsAfter(nowhere), ...postedOn(nowhere), ...shownAfter(nowhere)]).toEqual([])
  })

  it('P3a: stands on screens until the meeting begins, P8: an outcome until its publication ends', () => {
    expect(shownAfter(event('NoticeIssued', { channels: ['screen'], meeting }))).toEqual([
      { kind: 'notice', until: meeting.at },
    ])
    expect(shownAfter(event('OutcomePublished', { channels: ['screen'], until }))).toEqual([{ kind: 'outcome', until }])
  })

  it('P6a: a vote online calls whom it is for once their ballots are there, whatever an officer chose', () => {
    expect(stepsAfter(event('RoundOpened', { method: 'online', round: 1 }))).toEqual(['ballots'])
    expect(stepsAfter(event('RoundOpened', { method: 'hands', round: 1 }))).toEqual([])
  })

  it('P2a: a list is made page by page, and nobody hears of it', () => {
    expect(stepsAfter(event('ParticipantsFixed', {}))).toEqual(['seats'])
  })
})
