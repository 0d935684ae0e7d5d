import { describe, expect, it } from 'vitest'
import { ApiFailure } from '../shared/problem.ts'
import { createSender } from './send.ts'

const problem = (status: number) => new ApiFailure({ status, code: 'x', title: '', detail: '' })

/** A county that keeps what arrives, as ours does, and a network that loses requests or answers. */
function county() {
  const kept = new Map<string, string>()
  const sent: string[] = []
  let asked = 0
  let keys = 0
  let fate: 'goes' | 'answerLost' | 'requestLost' | number = 'goes'
  const submit = createSender<string, string, readonly string[]>(
    {
      send: async (content, key) => {
        sent.push(`${key} ${content}`)
        if (fate === 'requestLost') throw new TypeError('Failed to fetch')
        if (typeof fate === 'number') throw problem(fate)
        const before = kept.get(key)
        if (before !== undefined && before !== content) throw problem(422)
        kept.set(key, content)
        if (fate === 'answerLost') throw new TypeError('Failed to fetch')
        return content
      },
      ask: async () => {
        asked++
        if (fate !== 'goes') throw new TypeError('Failed to fetch')
        return [...kept.values()]
      },
      stands: (view, content) => view.includes(content),
    },
    () => `k${++keys}`,
  )
  return { submit, kept, sent, asked: () => asked, network: (next: typeof fate) => (fate = next) }
}

describe('what a resident sends', () => {
  it('asks what stands after an answer was lost, and tells that the first text stands when the second differs', async () => {
    const { submit, kept, network, sent } = county()
    network('answerLost')
    await expect(submit('同意')).rejects.toThrow()
    network('goes')
    expect(await submit('不同意')).toEqual({ kind: 'stood', view: ['同意'], same: false })
    expect(sent).toEqual(['k1 同意'])
    // Who wants the second one, too, sends again: under a key of its own.
    expect(await submit('不同意')).toEqual({ kind: 'sent', answer: '不同意' })
    expect([...kept]).toEqual([
      ['k1', '同意'],
      ['k2', '不同意'],
    ])
  })

  it('sends nothing twice when the same is sent again after a lost answer', async () => {
    const { submit, kept, network, sent } = county()
    network('answerLost')
    await expect(submit('同意')).rejects.toThrow()
    network('goes')
    expect(await submit('同意')).toMatchObject({ kind: 'stood', same: true })
    expect([sent.length, kept.size]).toEqual([1, 1])
  })

  it('sends again under the same key what never arrived, and changed content under a new one', async () => {
    const { submit, network, sent, asked } = county()
    network('requestLost')
    await expect(submit('甲')).rejects.toThrow()
    network('goes')
    expect(await submit('甲')).toMatchObject({ kind: 'sent' })
    network('requestLost')
    await expect(submit('乙')).rejects.toThrow()
    network('goes')
    expect(await submit('丙')).toMatchObject({ kind: 'sent', answer: '丙' })
    expect(sent).toEqual(['k1 甲', 'k1 甲', 'k2 乙', 'k3 丙'])
    expect(asked()).toBe(2)
  })

  it('sends nothing while it cannot be asked what stands', async () => {
    const { submit, network, sent } = county()
    network('answerLost')
    await expect(submit('甲')).rejects.toThrow()
    await expect(submit('乙')).rejects.toThrow()
    expect(sent).toEqual(['k1 甲'])
    network('goes')
    expect(await submit('乙')).toMatchObject({ kind: 'stood', same: false })
  })

  it('takes a broken server for no answer, and a refusal for one', async () => {
    const { submit, network, asked, sent } = county()
    network(409)
    await expect(submit('甲')).rejects.toThrow()
    network('goes')
    await submit('甲')
    expect(asked()).toBe(0)
    network(503)
    await expect(submit('乙')).rejects.toThrow()
    network('goes')
    await submit('乙')
    expect(asked()).toBe(1)
    // The same words once more are a second text of their own.
    await submit('乙')
    expect(sent.map((one) => one.slice(0, 2))).toEqual(['k1', 'k1', 'k2', 'k2', 'k3'])
  })
})
