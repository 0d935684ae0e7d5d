import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Sent = { readonly phone: string; readonly text: string }
export type Published = { readonly attributes: Record<string, string>; readonly body: string }
export type QueueCall = { readonly action: string; readonly input: Readonly<Record<string, unknown>> }

const answer = (action: string, result: string) =>
  `<${action}Response xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><${action}Result>${result}</${action}Result></${action}Response>`

function attributesOf(form: URLSearchParams, prefix: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (let at = 1; form.has(`${prefix}MessageAttributes.entry.${at}.Name`); at++)
    attributes[form.get(`${prefix}MessageAttributes.entry.${at}.Name`) ?? ''] =
      form.get(`${prefix}MessageAttributes.entry.${at}.Value.StringValue`) ?? ''
  return attributes
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.statusCode = status
  response.end(
    `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`,
  )
}

/** An SNS that hears what is published, and refuses numbers as it is told to; beside it a queue that hears what it is asked. */
export async function startSns() {
  const sent: Sent[] = []
  const published: Published[] = []
  const queueCalls: QueueCall[] = []
  const losing = new Set<string>()
  let onSent = (_phone: string): void => undefined
  let failing = 0
  let odd = { is: (_message: Published) => false, code: '' }
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
    if (form.get('Action') === 'Publish' && form.has('TopicArn')) {
      published.push({ attributes: attributesOf(form, ''), body: form.get('Message') ?? '' })
      response.end(answer('Publish', `<MessageId>m-${published.length}</MessageId>`))
      return
    }
    if (form.get('Action') === 'Publish') {
      const phone = form.get('PhoneNumber') ?? ''
      const refusal = refusals.get(phone)
      if (refusal !== undefined) {
        refuse(response, refusal.status, refusal.code)
        return
      }
      sent.push({ phone, text: form.get('Message') ?? '' })
      onSent(phone)
      if (losing.has(phone)) {
        response.destroy()
        return
      }
      response.end(answer('Publish', `<MessageId>sms-${sent.length}</MessageId>`))
      return
    }
    if (failing > 0) {
      failing--
      refuse(response, 400, 'AuthorizationError')
      return
    }
    const entries: string[] = []
    const failed: string[] = []
    const taken: Published[] = []
    for (let entry = 1; form.has(`PublishBatchRequestEntries.member.${entry}.Id`); entry++) {
      const prefix = `PublishBatchRequestEntries.member.${entry}`
      const attributes = attributesOf(form, `${prefix}.`)
      const message = { attributes, body: form.get(`${prefix}.Message`) ?? '' }
      const id = form.get(`${prefix}.Id`)
      if (odd.is(message)) {
        failed.push(`<member><Id>${id}</Id><Code>${odd.code}</Code><SenderFault>true</SenderFault></member>`)
        continue
      }
      taken.push(message)
      entries.push(`<member><Id>${id}</Id><MessageId>m-${published.length + taken.length}</MessageId></member>`)
    }
    if (taken.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0) > 262_144) {
      refuse(response, 400, 'BatchRequestTooLong')
      return
    }
    published.push(...taken)
    response.end(
      answer('PublishBatch', `<Successful>${entries.join('')}</Successful><Failed>${failed.join('')}</Failed>`),
    )
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
    /** Takes a message for a number and breaks the connection instead of answering. */
    loseAnswers: (phone: string) => losing.add(phone),
    answer: (phone: string) => losing.delete(phone),
    /** Told of each message that was taken, before it is answered. */
    hear: (hearer: (phone: string) => void) => {
      onSent = hearer
    },
    /** Refuses the next batches whole. */
    failBatches: (count: number) => {
      failing = count
    },
    /** Refuses single entries of batches. */
    refuseEntries: (is: (message: Published) => boolean, code: string) => {
      odd = { is, code }
    },
    accept: (phone: string) => refusals.delete(phone),
    stop: () => server.close(),
  }
}
