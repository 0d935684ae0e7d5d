import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Linked, link, noHash } from './link.ts'
import { nodeChainTools as tools } from './node.ts'
import { destroyed, type Openness, reveal, type SealedValue } from './values.ts'
import { plainHead, verifyChain } from './verify.ts'

const openness: Openness = {
  isOpenText: (path) => path === 'consultation' || path === 'type' || path.startsWith('data.open'),
  isHidden: (path) => path === 'data.hidden',
}

const word = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
const data = fc.record({
  open: word,
  name: word,
  list: fc.array(fc.record({ text: word, votes: fc.nat() }), { maxLength: 4 }),
  hidden: fc.array(fc.nat(), { maxLength: 3 }),
  done: fc.boolean(),
})

function chainOf(consultation: string, of: readonly unknown[]): Linked[] {
  const links: Linked[] = []
  for (const [index, one] of of.entries())
    links.push(
      link({ consultation, number: index + 1, type: 'Said', data: one }, links.at(-1)?.hash ?? noHash, openness, tools),
    )
  return links
}

type Told = (values: readonly SealedValue[]) => readonly SealedValue[]

const fileOf = (links: readonly Linked[], told?: Told): Buffer =>
  Buffer.from(
    links
      .flatMap(({ text, values }) => (told === undefined ? [text] : [text, JSON.stringify({ values: told(values) })]))
      .map((line) => `${line}\n`)
      .join(''),
  )

const verify = (file: Uint8Array, head?: string) => verifyChain(file, head, tools)

/** One edit of a file's bytes or lines; the same file again where it happens to change nothing. */
const edit = fc.record({
  kind: fc.constantFrom('byte', 'drop', 'swap', 'foreign', 'cut', 'insert', 'twice'),
  at: fc.nat(),
  to: fc.nat(),
})

function edited(file: Buffer, other: Buffer, { kind, at, to }: { kind: string; at: number; to: number }): Buffer {
  const lines = file.toString('utf8').split('\n').slice(0, -1)
  const [here, there] = [at % lines.length, to % lines.length]
  const whole = (changed: readonly string[]) => Buffer.from(changed.map((line) => `${line}\n`).join(''))
  switch (kind) {
    case 'byte': {
      const changed = Buffer.from(file)
      changed[at % file.length] = to % 256
      return changed
    }
    case 'drop':
      return whole(lines.toSpliced(here, 1))
    case 'swap':
      return whole(lines.with(here, lines[there] ?? '').with(there, lines[here] ?? ''))
    case 'foreign':
      return whole(lines.with(here, other.toString('utf8').split('\n')[there] ?? ''))
    case 'insert':
      return Buffer.concat([
        file.subarray(0, at % file.length),
        Buffer.from([to % 256]),
        file.subarray(at % file.length),
      ])
    case 'twice':
      return whole(lines.toSpliced(here, 0, lines[here] ?? ''))
    default:
      return file.subarray(0, at % file.length)
  }
}

const headOf = (links: readonly Linked[]): string => links.at(-1)?.hash ?? ''

describe('a chain', () => {
  it('E4: finds each of 10,000 random edits of a file by its head', () => {
    const made = (id: string, count: number) => chainOf(id, fc.sample(data, { numRuns: count, seed: count }))
    const files = [3, 8, 21].map((count) => {
      const links = made('C1', count)
      return { links, file: fileOf(links), other: fileOf(made('C2', count)) }
    })
    for (const { links, file } of files)
      expect(verify(file, headOf(links))).toMatchObject({ kind: 'unbroken', provedTo: links.length, values: 0 })
    const unfound: unknown[] = []
    fc.assert(
      fc.property(edit, fc.constantFrom(...files), (one, { links, file, other }) => {
        const changed = edited(file, other, one)
        if (changed.equals(file)) return
        const verdict = verify(changed, headOf(links))
        // What comes behind the head is said to be unproved: nothing before it was touched.
        if (verdict.kind === 'unbroken' && verdict.provedTo === verdict.last) unfound.push(one)
      }),
      { numRuns: 10_000 },
    )
    expect(unfound).toEqual([])
  })

  it('E4: finds an edit of the values that stand in a file, and says how many are not there', () => {
    fc.assert(
      fc.property(fc.array(data, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(255), (all, at, to) => {
        const links = chainOf('C1', all)
        const file = fileOf(links, (values) => values)
        const changed = Buffer.from(file)
        changed[at % file.length] = to
        if (changed.equals(file)) return
        expect(verify(changed, headOf(links)).kind).not.toBe('unbroken')
      }),
      { numRuns: 500 },
    )
  })

  it('E4: finds a salt that says the same in other letters', () => {
    const links = chainOf('C1', [{ open: 'a', name: 'b', list: [], hidden: [], done: true }])
    const file = fileOf(links, (values) => values).toString()
    expect(verify(Buffer.from(file), headOf(links)).kind).toBe('unbroken')
    const other = file.replace(
      /([AQgw])(",")/,
      (_, last: string, rest: string) => `${String.fromCharCode(last.charCodeAt(0) + 1)}${rest}`,
    )
    expect(other).not.toBe(file)
    expect(verify(Buffer.from(other), headOf(links)).kind).toBe('broken')
  })

  it('E4: still verifies after values were destroyed, and a reader gets a mark in their place', () => {
    fc.assert(
      fc.property(fc.array(data, { minLength: 1, maxLength: 4 }), fc.array(fc.boolean()), (all, gone) => {
        const links = chainOf('C1', all)
        let at = 0
        const kept = links.map(({ values }) => values.map((value) => (gone[at++] === true ? null : value)))
        const lines = links.map((one, index) => ({ ...one, values: kept[index] ?? [] }))
        const missing = kept.flat().filter((value) => value === null).length
        expect(
          verify(
            fileOf(lines, (values) => values),
            headOf(links),
          ),
        ).toMatchObject({
          kind: 'unbroken',
          provedTo: links.length,
          values: kept.flat().length - missing,
          withoutValue: missing,
        })
      }),
    )
    const [first] = chainOf('C1', [{ open: '公开', name: '张三', done: true }])
    expect(reveal(JSON.parse(first?.text ?? ''), [null])).toMatchObject({ data: { open: '公开', name: destroyed } })
  })

  it('E4: gives back exactly what was linked, and keeps nothing of it in the open that is not', () => {
    fc.assert(
      fc.property(data, (one) => {
        const [linked] = chainOf('C1', [one])
        const open = JSON.parse(linked?.text ?? '') as { data: Record<string, unknown> }
        expect(reveal(open, linked?.values ?? [])).toMatchObject({ data: one })
        expect(open.data.open).toBe(one.open)
        expect(open.data.name).not.toBe(one.name)
        expect(JSON.stringify(open.data.hidden)).not.toBe(JSON.stringify(one.hidden))
      }),
    )
  })

  it('E4: never has the same commitment twice, so that nobody can tell that two values are the same', () => {
    const texts = Array.from({ length: 50 }, () => chainOf('C1', [{ name: '张三' }])[0]?.text)
    expect(new Set(texts).size).toBe(50)
  })

  it('without a head is unbroken and its end not proved; with an earlier one is proved up to it', () => {
    const links = chainOf('C1', fc.sample(data, 5))
    const file = fileOf(links)
    expect(verify(file)).not.toHaveProperty('provedTo')
    expect(verify(file)).toMatchObject({ kind: 'unbroken', first: 1, last: 5, head: headOf(links) })
    expect(verify(file, links[2]?.hash)).toMatchObject({ kind: 'unbroken', provedTo: 3, last: 5 })
    expect(verify(fileOf(links.slice(0, 4)), headOf(links))).toEqual({ kind: 'otherHead', head: links[3]?.hash })
    expect(verify(fileOf(links.slice(1)), headOf(links))).toEqual({ kind: 'broken', line: 1, flaw: 'unlinked' })
  })

  it('says where it is broken, and why', () => {
    const links = chainOf('C1', fc.sample(data, 3))
    const [first, second, third] = links.map(({ text }) => text)
    const said = (...lines: readonly (string | undefined)[]) =>
      verify(Buffer.from(`${lines.join('\n')}\n`), headOf(links))
    expect(said(first, third)).toEqual({ kind: 'broken', line: 2, flaw: 'unlinked' })
    expect(said(first, second?.replace('"C1"', '"C2"'))).toEqual({ kind: 'broken', line: 2, flaw: 'foreign' })
    expect(said(first?.replace('SHA-256', 'MD5'))).toEqual({ kind: 'broken', line: 1, flaw: 'algorithm' })
    expect(said(first, 'nothing of ours')).toEqual({ kind: 'broken', line: 2, flaw: 'unreadable' })
    expect(said(first, '{"values":[]}')).toEqual({ kind: 'broken', line: 2, flaw: 'value' })
    expect(verify(Buffer.from(first ?? ''))).toEqual({ kind: 'broken', line: 1, flaw: 'unreadable' })
    expect(verify(Buffer.from(''))).toEqual({ kind: 'broken', line: 1, flaw: 'unreadable' })
    expect(verify(Buffer.from('{"values":[]}\n'))).toEqual({ kind: 'broken', line: 1, flaw: 'unreadable' })
  })

  it('refuses to link what looks like a commitment already', () => {
    expect(() => chainOf('C1', [{ name: { '#': 'made up' } }])).toThrow('A commitment stands at data.name already')
  })

  it('takes a head as people type it from paper', () => {
    expect(plainHead(' 0A1B 2c3d\n')).toBe('0a1b2c3d')
  })
})
