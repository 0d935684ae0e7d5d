import type { Access } from '../access/access.ts'
import { type Catalogue, callsThrough } from '../access/calls.ts'
import { TemplateError } from '../templates/evaluate.ts'

const ofQueue = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']
const ofStream = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator']

/**
 * An event source is read in the name of the function's role, so that the role must allow it; Lambda refuses a mapping
 * whose role does not.
 * @throws TemplateError
 */
export function mustAllow(
  access: Access,
  catalogue: Catalogue,
  functionName: string,
  { source, failures }: { readonly source: string; readonly failures: string },
): void {
  const role = access.roleOf(functionName)
  const reading = source.includes(':sqs:')
    ? ofQueue.map((action) => ({ action, resource: source }))
    : [...ofStream.map((action) => ({ action, resource: source })), { action: 'dynamodb:ListStreams', resource: '*' }]
  const calls = [...reading, ...(failures === '' ? [] : [{ action: 'sqs:SendMessage', resource: failures }])]
  for (const { action, resource } of calls) {
    const call = { action, resource, context: {} }
    // A stream lies under the key of its table.
    const kept = { ...call, resource: resource.replace(/\/stream\/.*/, '') }
    for (const one of [call, ...callsThrough(kept, catalogue)])
      if (!access.may(role, one))
        throw new TemplateError(`The role of ${functionName} does not allow ${one.action} on ${one.resource}`)
  }
}
