import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Sent = { readonly phone: string; readonly text: string }
export type Published = { readonly attributes: Record<string, string>; readonly body: string }
export type QueueCall = { readonly action: string; readonly input: Readonly<Record<string, unknown>> }

const answer = (action: string, result: string) =>
  `<${action}Response xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><${action}Result>${result}</${action}Result></${action}Response>`

/** An SNS that hears what is published, and refuses numbers as it is told to; beside it a queue that hears what it is asked. */
export async function startSns() {
  const sent: Sent[] = []
  const published: Published[] = []
  const queueCalls: QueueCall[] = []
  const refusals = new Map<string, { code: string; status: number }>()
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    // SQS speaks JSON, SNS forms.
    const target = request.headers['x-amz-target']
    if (target !== undefined) {
      queueCalls.push({
        action: String(target).split('.').at(-1) ?? '',
        input: JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>,
      })
      response.end('{}')
      return
    }
    const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
    if (form.get('Action') === 'Publish') {
      const phone = form.get('PhoneNumber') ?? ''
      const refusal = refusals.get(phone)
      if (refusal !== undefined) {
        response.statusCode = refusal.status
        response.end(
          `<ErrorResponse><Error><Type>Sender</Type><Code>${refusal.code}</Code><Message>no</Message></Error></ErrorResponse>`,
        )
        return
      }
      sent.push({ phone, text: form.get('Message') ?? '' })
      response.end(answer('Publish', `<MessageId>sms-${sent.length}</MessageId>`))
      return
    }
    const entries: string[] = []
    for (let entry = 1; form.has(`PublishBatchRequestEntries.member.${entry}.Id`); entry++) {
      const prefix = `PublishBatchRequestEntries.member.${entry}`
      const attributes: Record<string, string> = {}
      for (let at = 1; form.has(`${prefix}.MessageAttributes.entry.${at}.Name`); at++)
        attributes[form.get(`${prefix}.MessageAttributes.entry.${at}.Name`) ?? ''] =
          form.get(`${prefix}.MessageAttributes.entry.${at}.Value.StringValue`) ?? ''
      published.push({ attributes, body: form.get(`${prefix}.Message`) ?? '' })
      entries.push(`<member><Id>${form.get(`${prefix}.Id`)}</Id><MessageId>m-${published.length}</MessageId></member>`)
    }
    response.end(answer('PublishBatch', `<Successful>${entries.join('')}</Successful><Failed/>`))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    sent,
    /** Takes what was published since the last time. */
    takePublished: () => published.splice(0),
    /** Takes what queues were asked for since the last time. */
    takeQueueCalls: () => queueCalls.splice(0),
    refuse: (phone: string, code: string, status = 400) => refusals.set(phone, { code, status }),
    accept: (phone: string) => refusals.delete(phone),
    stop: () => server.close(),
  }
}
