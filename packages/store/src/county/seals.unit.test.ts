import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ballotText, choicesFrom } from './ballotText.ts'
import { openBallot, sealBallot } from './seals.ts'

const pair = generateKeyPairSync('x25519')
const { x: seal = '' } = pair.publicKey.export({ format: 'jwk' })

const sealedTo = (text: string, bound = 'b'): Uint8Array => {
  const sealed = sealBallot(seal, text, bound)
  if (sealed === undefined) throw new Error('It is a key')
  return sealed
}

describe('a sealed ballot', () => {
  it('P6a: opens with the private half only, and where it belongs', () => {
    const sealed = sealedTo('{"c":"yn"}', 'LINK#a|ROUND#001')
    expect(openBallot(pair.privateKey, sealed, 'LINK#a|ROUND#001')).toBe('{"c":"yn"}')
    expect(() => openBallot(pair.privateKey, sealed, 'LINK#b|ROUND#001')).toThrow()
    expect(() => openBallot(generateKeyPairSync('x25519').privateKey, sealed, 'LINK#a|ROUND#001')).toThrow()
    const changed = Uint8Array.from(sealed, (byte, at) => (at === sealed.length - 1 ? byte ^ 1 : byte))
    expect(() => openBallot(pair.privateKey, changed, 'LINK#a|ROUND#001')).toThrow()
  })

  it('P6a: is as long as every other, whatever was chosen and whether a few words came with it', () => {
    const items = Array.from({ length: 20 }, (_, index) => index + 1)
    const yes = ballotText(
      items,
      items.map((item) => ({ item, choice: 'yes' as const })),
    )
    const no = ballotText(
      items,
      items.map((item) => ({ item, choice: 'no' as const, ...(item === 3 && { words: '不'.repeat(140) }) })),
    )
    expect(new Set([yes, no].map((text) => sealedTo(text).length)).size).toBe(1)
    // Beside its keys it leaves room on an item of one write unit.
    expect(sealedTo(yes).length).toBeLessThan(600)
  })

  it('is not made to what is no key, be it of the right length', () => {
    for (const wrong of ['A'.repeat(43), '', 'AQ', `${'A'.repeat(42)}B`, '_'.repeat(43)])
      expect(sealBallot(wrong, '{"c":"y"}', 'b') instanceof Uint8Array && wrong.length !== 43).toBe(false)
    expect(sealBallot('A'.repeat(43), '{"c":"y"}', 'b')).toBeUndefined()
  })

  it('says the same in two sealings, and looks the same in none', () => {
    const [one, other] = [sealedTo('{"c":"y"}'), sealedTo('{"c":"y"}')]
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false)
  })
})

describe('the text of a ballot', () => {
  it('is one for one ballot, in whatever order its choices came, and gives them back', () => {
    const cast = [
      { item: 2, choice: 'no' as const, words: '太贵' },
      { item: 1, choice: 'yes' as const, words: '' },
    ]
    const text = ballotText([1, 2], cast)
    expect(ballotText([1, 2], [...cast].reverse())).toBe(text)
    expect(choicesFrom([1, 2], text)).toEqual([
      { item: 1, choice: 'yes' },
      { item: 2, choice: 'no', words: '太贵' },
    ])
    expect(() => choicesFrom([1, 2, 3], text)).toThrow('Not a ballot')
  })
})
