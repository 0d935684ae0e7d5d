import { eventually } from '../journey/city.ts'
import { type Callers, county, village } from './callers.ts'

const fields = {
  title: '议事会',
  issuers: ['city'],
  text: '请补开',
  answerBy: new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10),
}

/** G3: what the city asks of a county, and what comes back to it. */
export async function tellNotes({ call, ask }: Callers): Promise<void> {
  const noteOf = (id: string, status: string) =>
    eventually(`the note ${status}`, async () => {
      const { entries } = await ask<{ entries: { entry: string; status: string }[] }>(
        '/shared/supervisionNote',
        undefined,
        { as: 'city', api: 'city' },
      )
      return entries.find((one) => one.entry === id && one.status === status)
    })
  const send = async () => {
    const { note: id } = await ask<{ note: string }>(
      '/notes',
      { division: village, fields },
      { as: 'city', api: 'city' },
    )
    await noteOf(id, 'open')
    return id
  }
  const act = (id: string, name: string, body: object) =>
    call(`/notes/${county}/${id}/${name}`, body, { as: 'city', api: 'city' })
  const answer = (id: string) => call(`/affairs/supervisionNote/${id}/answer`, { text: '已开' }, { as: 'village' })
  const id = await send()
  await answer(id)
  await noteOf(id, 'answered')
  await act(id, 'sendBack', { reason: '没有记录' })
  await noteOf(id, 'sentBack')
  await answer(id)
  await noteOf(id, 'answered')
  await act(id, 'close', { note: '完' })
  await act(await send(), 'annul', { reason: '误' })
}
