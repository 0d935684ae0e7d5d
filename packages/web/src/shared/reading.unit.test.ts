import { describe, expect, it, vi } from 'vitest'
import { createReading } from './reading.ts'

/** A server whose answers come when the test lets them. */
function server() {
  const waiting: PromiseWithResolvers<string>[] = []
  const reading = createReading(() => {
    const request = Promise.withResolvers<string>()
    waiting.push(request)
    return request.promise
  })
  const settled = () => new Promise((resolve) => setTimeout(resolve))
  return {
    reading,
    asked: () => waiting.length,
    async answer(request: number, text: string) {
      waiting[request]?.resolve(text)
      await settled()
    },
    async fail(request: number, error: Error) {
      waiting[request]?.reject(error)
      await settled()
    },
  }
}

describe('a reading', () => {
  it('is asked for again only when the answer is there', async () => {
    const { reading, asked, answer } = server()
    reading.poll()
    reading.poll()
    expect(asked()).toBe(1)
    await answer(0, '甲')
    reading.poll()
    expect(asked()).toBe(2)
    expect(reading.get()).toEqual({ data: '甲', error: undefined })
  })

  it('is asked for again when an answer was lost on its way', () => {
    const { reading, asked } = server()
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0)
    reading.poll()
    clock.mockReturnValue(29_000)
    reading.poll()
    expect(asked()).toBe(1)
    clock.mockReturnValue(31_000)
    reading.poll()
    expect(asked()).toBe(2)
    clock.mockRestore()
  })

  it('takes no answer to an older question', async () => {
    const { reading, answer } = server()
    reading.reload()
    reading.reload()
    await answer(1, '新')
    await answer(0, '旧')
    expect(reading.get().data).toBe('新')
  })

  it('keeps what was set against an answer that was asked for before', async () => {
    const { reading, answer } = server()
    reading.reload()
    reading.set('表决后')
    await answer(0, '表决前')
    expect(reading.get().data).toBe('表决后')
  })

  it('keeps what is known when it cannot be read, and says why', async () => {
    const { reading, answer, fail } = server()
    reading.reload()
    await answer(0, '甲')
    reading.reload()
    const error = new TypeError('Failed to fetch')
    await fail(1, error)
    expect(reading.get()).toEqual({ data: '甲', error })
  })

  it('takes nothing any more when nobody looks at it', async () => {
    const { reading, answer } = server()
    reading.reload()
    reading.stop()
    await answer(0, '甲')
    expect(reading.get().data).toBeUndefined()
  })
})
