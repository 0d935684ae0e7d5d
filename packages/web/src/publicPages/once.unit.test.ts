import { describe, expect, it } from 'vitest'
import { ApiFailure } from '../shared/problem.ts'
import { createOnce } from './once.ts'

/** A county that keeps one content a key, and a network that loses requests or answers. */
function county() {
  const kept = new Map<string, string>()
  let keys = 0
  let fate: 'goes' | 'answerLost' | 'requestLost' = 'goes'
  const submit = createOnce<string, string>(
    async (content, key) => {
      if (fate === 'requestLost') throw new TypeError('Failed to fetch')
      const before = kept.get(key)
      if (content === '') throw new ApiFailure({ status: 400, code: 'invalid', title: '', detail: '' })
      if (before !== undefined && before !== content)
        throw new ApiFailure({ status: 422, code: 'keyReused', title: '', detail: '' })
      kept.set(key, content)
      if (fate === 'answerLost') throw new TypeError('Failed to fetch')
      return `token of ${content}`
    },
    () => `k${++keys}`,
  )
  return { submit, kept, network: (next: typeof fate) => (fate = next) }
}

describe('an application that is sent again after no answer', () => {
  it('is one, and what was changed meanwhile is known not to be in it', async () => {
    const { submit, kept, network } = county()
    network('answerLost')
    await expect(submit('甲')).rejects.toThrow()
    network('goes')
    expect(await submit('甲，改过')).toEqual({ answer: 'token of 甲', content: '甲' })
    expect([...kept.values()]).toEqual(['甲'])
  })

  it('is the changed one when the first never arrived, and the first can arrive no more', async () => {
    const { submit, kept, network } = county()
    network('requestLost')
    await expect(submit('甲')).rejects.toThrow()
    network('goes')
    expect(await submit('乙')).toEqual({ answer: 'token of 乙', content: '乙' })
    expect([...kept]).toEqual([['k1', '乙']])
  })

  it('is found among several wordings that all went without an answer', async () => {
    const { submit, network } = county()
    network('requestLost')
    await expect(submit('甲')).rejects.toThrow()
    network('answerLost')
    await expect(submit('乙')).rejects.toThrow()
    network('goes')
    await expect(submit('')).rejects.toMatchObject({ problem: { code: 'invalid' } })
    expect(await submit('丙')).toEqual({ answer: 'token of 乙', content: '乙' })
  })

  it('takes a key of its own where the key is somebody else’s', async () => {
    const { submit, kept } = county()
    kept.set('k1', '别人')
    expect(await submit('甲')).toEqual({ answer: 'token of 甲', content: '甲' })
    expect(kept.get('k2')).toBe('甲')
  })
})
