import { createHmac, timingSafeEqual } from 'node:crypto'
import { isIPv4, isIPv6 } from 'node:net'

/** Headers that the front sets on its way to the API: its secret, and the address of who asked it. */
const frontSecretHeader = 'x-front-secret'
const viewerAddressHeader = 'x-viewer-address'

type Asked = {
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly requestContext: { readonly http: { readonly sourceIp: string } }
}

function sameSecret(given: string, secret: string): boolean {
  const [a, b] = [given, secret].map((one) => createHmac('sha256', 'front').update(one).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}

/** The front's word is believed with its secret only; without it the address is the one that the API itself saw. */
function addressOf({ headers, requestContext }: Asked, secret: string): string {
  const viewer = headers[viewerAddressHeader]
  const believed = secret !== '' && viewer !== undefined && sameSecret(headers[frontSecretHeader] ?? '', secret)
  return believed ? viewer : requestContext.http.sourceIp
}

/** The first four groups of an IPv6 address: one home has all the addresses behind them. */
function networkOf(address: string): string {
  const [before = '', after] = address.toLowerCase().split('::')
  const groups = before === '' ? [] : before.split(':')
  const behind = after === undefined || after === '' ? [] : after.split(':')
  const all =
    after === undefined ? groups : [...groups, ...Array<string>(8 - groups.length - behind.length).fill('0'), ...behind]
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

const placeOf = (address: string): string => {
  if (isIPv4(address)) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  return isIPv6(address) ? networkOf(address) : 'unknown'
}

/**
 * Who calls without a name: the same for the same address on the same day, and not to be turned back without the front's
 * secret, so that an address is kept nowhere.
 */
export const callerOf = (asked: Asked, secret: string, day: string): string =>
  createHmac('sha256', `caller|${secret}`)
    .update(`${day}|${placeOf(addressOf(asked, secret))}`)
    .digest('base64url')
