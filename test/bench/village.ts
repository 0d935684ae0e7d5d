import { ApiError, newKey } from '../journey/api.ts'
import type { City } from '../journey/city.ts'
import { eventually } from '../journey/city.ts'

/** How long the slowest request of each step took. */
export type Times = Map<string, number>

export type Answered<T> = { readonly status: number; readonly body: T }

type View = {
  readonly consultation: {
    readonly id: string
    readonly version: number
    readonly list?: { readonly listed: number }
    readonly rounds: readonly { readonly status: string; readonly tally?: unknown }[]
  }
  readonly pending?: unknown
}

const longMs = 900_000
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

/** A village with a long list over the public API, every request timed by its step. */
export async function openVillage(options: {
  readonly city: City
  readonly village: string
  readonly size: number
  readonly times: Times
}) {
  const { city, village, size, times } = options
  const base = `${city.origin}/api/${village.slice(0, 6)}`
  const token = await city.token('village', village)
  // A token for each phone: the phones of a village are those of nobody else.
  const phoneOf = (index: number) => `137${String(index).padStart(8, '0')}`

  async function ask<T>(step: string, method: string, path: string, body?: unknown, more: Record<string, string> = {}) {
    const from = performance.now()
    const csv = typeof body === 'string'
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': newKey(),
        ...(body !== undefined && { 'content-type': csv ? 'text/csv' : 'application/json' }),
        ...more,
      },
      ...(body !== undefined && { body: csv ? body : JSON.stringify(body) }),
    })
    const answered = (await response.json()) as T
    times.set(step, Math.max(times.get(step) ?? 0, performance.now() - from))
    if (!response.ok) throw new ApiError(step, response.status, answered as Record<string, unknown>)
    return answered
  }

  let id = ''
  const view = () => ask<View>('look', 'GET', `/consultations/${id}`)

  /** A command, and what it leaves to be done behind the answer. */
  async function give(command: string, body: unknown): Promise<void> {
    const { consultation } = await view()
    await ask(command, 'POST', `/consultations/${id}/${command}`, body, { 'if-match': `"${consultation.version}"` })
    await eventually(
      `the rest of ${command}`,
      async () => ((await view()).pending === undefined ? true : undefined),
      longMs,
    )
  }

  async function importRegister(): Promise<void> {
    const people = Array.from({ length: size }, (_, index) => {
      const kind =
        index === 0 ? '党员代表,村（社区）党组织' : index === 1 ? '居民代表,村（居）民委员会' : '居民代表,当地居民'
      return `居民${index},${phoneOf(index)},${kind}`
    })
    const csv = ['姓名,手机号,类别,主体类型', ...people].join('\n')
    const { id: number } = await ask<{ id?: string }>('import', 'POST', `/villages/${village}/people/import`, csv)
    if (number === undefined) return
    await eventually(
      'the import',
      async () => {
        const { state } = await ask<{ state: string }>('look', 'GET', `/villages/${village}/imports/${number}`)
        return state === 'done' ? true : undefined
      },
      longMs,
    )
  }

  return {
    ask,
    give,
    view,
    id: () => id,

    /** Imported, proposed, fixed as everybody on the register, told by SMS, with as many items as asked for. */
    async prepare(items: number): Promise<void> {
      await importRegister()
      const proposed = await ask<View>('propose', 'POST', '/consultations', {
        division: village,
        title: '很长的名单',
        description: '请大家一起商量。',
        matter: 'M5.1',
        publicInterest: true,
        proposers: [{ kind: 'committee', name: '村民委员会' }],
      })
      id = proposed.consultation.id
      await give('register-topic', { party: '书记', committee: '主任' })
      await give('fix-participants', {
        basis: { nature: '公共事务', interests: '全体居民', complexity: '一般', scope: '全村' },
        everybody: {},
      })
      await give('issue-notice', {
        text: '请大家一起商量。',
        materials: [{ title: '方案', text: '方案全文' }],
        meeting: { at: inHours(9), place: '会议室' },
        opinionsUntil: inHours(8),
        channels: ['sms', 'website'],
      })
      await give('choose-forms', { forms: ['meeting', 'online'] })
      for (let item = 1; item <= items; item++)
        await give('add-item', {
          title: `第${item}条`,
          aspects: { problem: '路灯不亮', manifestation: '', impact: '', cause: '', solution: '更换', cautions: '' },
        })
    },

    /** The personal links of the first phones, once each has its message. */
    async links(count: number): Promise<string[]> {
      const linkOf = async (index: number) => {
        const number = encodeURIComponent(`+86${phoneOf(index)}`)
        return eventually(
          `the message of ${index}`,
          async () => {
            const response = await fetch(`${city.origin}/phone/messages?number=${number}`)
            const { messages } = (await response.json()) as { messages: { text: string }[] }
            return messages
              .map(({ text }) => /\/r\/\d{6}\/([A-Za-z0-9_-]+)/.exec(text)?.[1])
              .find((one) => one !== undefined)
          },
          longMs,
        )
      }
      const found: string[] = []
      for (let index = 0; index < count; index++) found.push(await linkOf(index))
      return found
    },

    /** Opens a round on an item; gives the shape of its ballots once each of these links has one. */
    async openRound(
      item: number,
      secrecy: 'named' | 'secret',
      links: readonly string[],
    ): Promise<{ round: number; shape: string }> {
      // Told is who has the message by its receipt, a moment after it was sent.
      await eventually(
        'everybody to be told',
        () =>
          give('open-round', { method: 'online', secrecy, items: [item] }).then(
            () => true,
            (error: unknown) => {
              if (error instanceof ApiError && error.problem.code === 'seatsUntold') return undefined
              throw error
            },
          ),
        longMs,
      )
      const ballotOf = (link: string) =>
        eventually(
          'the ballots',
          async () => {
            const { round } = await ask<{ round?: { round: number; shape: string; ballot: string } }>(
              'link',
              'GET',
              `/links/${link}`,
            )
            return round?.ballot === 'open' ? round : undefined
          },
          longMs,
        )
      const [first = '', ...others] = links
      for (const link of others) await ballotOf(link)
      return ballotOf(first)
    },

    /** Closes a round and waits until it is counted. */
    async closeRound(round: number): Promise<unknown> {
      await give('close-round', { round })
      return eventually(
        'the count',
        async () => {
          const { rounds } = (await view()).consultation
          const one = rounds[round - 1]
          return one?.status === 'closed' ? one.tally : undefined
        },
        longMs,
      )
    },

    /** A ballot by a personal link. @returns milliseconds until it was acknowledged */
    async cast(link: string, { round, shape }: { round: number; shape: string }, item: number): Promise<number> {
      const from = performance.now()
      const response = await fetch(`${base}/links/${link}/ballot`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': newKey() },
        body: JSON.stringify({ round, shape, choices: [{ item, choice: 'yes' }] }),
      })
      const ms = performance.now() - from
      if (response.status !== 201) throw new Error(`A ballot was answered ${response.status}: ${await response.text()}`)
      await response.arrayBuffer()
      return ms
    },
  }
}
