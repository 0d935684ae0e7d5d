import type { Caller } from './access.ts'
import type { Call } from './policy.ts'

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const escaped = (text: string) => text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** An error as a service words it: SNS in XML, the others in JSON. */
export function failure(service: string, status: number, code: string, message: string): Answer {
  if (service === 'sns')
    return {
      status,
      headers: { 'content-type': 'text/xml' },
      body: `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${escaped(message)}</Message></Error></ErrorResponse>`,
    }
  return {
    status,
    headers: {
      'content-type': service === 'kms' ? 'application/x-amz-json-1.1' : 'application/x-amz-json-1.0',
      ...(service === 'sqs' && { 'x-amzn-query-error': `${code};Sender` }),
    },
    body: JSON.stringify({ __type: code, message, Message: message }),
  }
}

const codes: Readonly<Record<string, readonly [number, string]>> = {
  sns: [403, 'AuthorizationError'],
  sqs: [403, 'AccessDenied'],
}

/** What a service answers when the caller's role does not allow what was asked. */
export function refusal(service: string, { name, role }: Caller, { action, resource }: Call): Answer {
  const [status, code] = codes[service] ?? [400, 'AccessDeniedException']
  return failure(
    service,
    status,
    code,
    `User: ${role}/${name} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
  )
}
