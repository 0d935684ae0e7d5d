import { expect, it } from 'vitest'
import { Problem } from '../src/problem.ts'
import { problemReply } from '../src/reply.ts'

it('S4: who asks too often is told how long to wait, and everybody else nothing of it', async () => {
  expect((await problemReply(Problem.of('tooOften', { retryAfter: 7 }), 'zh')).headers).toMatchObject({
    'retry-after': '7',
  })
  expect((await problemReply(Problem.of('notFound'), 'zh')).headers).not.toHaveProperty('retry-after')
})
