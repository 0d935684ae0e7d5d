import type { PluginTools } from '@xieshang/desk'
import { phonePages } from './page.ts'
import { openPhones } from './phones.ts'
import { openReceipts } from './receipts.ts'

/** The phones of the desk: they take what functions send by SNS, show it at `/phone`, and SNS writes that they have it. */
export function phonesPlugin({ state, clock, region, account, say }: PluginTools) {
  const name = `sns/${region}/${account}/DirectPublishToPhoneNumber`
  const receipts = openReceipts(state, name, (line) => say(`! ${line}`))
  const phones = openPhones(state, clock, receipts.received)
  return {
    page: phonePages(phones),
    takeSms: phones.receive,
    logGroup: { name, subscribe: receipts.subscribe },
    start: receipts.start,
    stop: receipts.stop,
  }
}
