import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { openState, type State } from '@xieshang/desk/kept'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openPhones } from '../src/phones/phones.ts'
import { openReceipts } from '../src/phones/receipts.ts'

const clock = { date: () => new Date() }
const group = 'sns/r/a/DirectPublishToPhoneNumber'
let folder: string
let state: State

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xieshang-receipts-'))
  state = openState(folder)
})

afterEach(() => {
  state.close()
  rmSync(folder, { recursive: true })
})

/** What a function is handed: the ids of the messages that phones have. */
const idsIn = (event: unknown): string[] => {
  const { data } = (event as { awslogs: { data: string } }).awslogs
  const { messageType, logEvents } = JSON.parse(gunzipSync(Buffer.from(data, 'base64')).toString('utf8'))
  expect(messageType).toBe('DATA_MESSAGE')
  return logEvents.map(({ message }: { message: string }) => {
    const line = JSON.parse(message)
    expect(line.status).toBe('SUCCESS')
    return line.notification.messageId
  })
}

it('phones keep what they received, newest first', () => {
  const phones = openPhones(state, clock)
  phones.receive('+8613800000001', '一')
  phones.receive('+8613800000002', '二')
  phones.receive('+8613800000001', '三')
  expect(phones.messages('+8613800000001').map(({ text }) => text)).toEqual(['三', '一'])
  expect(phones.phones()).toHaveLength(2)
})

it('what phones have is handed to who subscribed to it, once it was taken', async () => {
  const heard: string[] = []
  const receipts = openReceipts(state, group, () => undefined)
  receipts.subscribe('f', { invoke: async (event) => heard.push(...idsIn(event)) })
  receipts.start()
  const phones = openPhones(state, clock, receipts.received)
  const ids = ['1', '2', '3'].map((text) => phones.receive('+8613800000000', text))
  await vi.waitFor(() => expect(heard).toEqual(ids))
  await receipts.stop()
})

it('what nobody took before the end is handed over after the next start', async () => {
  const first = openReceipts(state, group, () => undefined)
  first.subscribe('f', { invoke: () => Promise.reject(new Error('broken')) })
  first.start()
  const id = openPhones(state, clock, first.received).receive('+8613800000000', 'text')
  await new Promise((resolve) => setTimeout(resolve, 150))
  await first.stop()
  const heard: string[] = []
  const second = openReceipts(state, group, () => undefined)
  second.subscribe('f', { invoke: async (event) => heard.push(...idsIn(event)) })
  second.start()
  await vi.waitFor(() => expect(heard).toEqual([id]))
  await second.stop()
})
