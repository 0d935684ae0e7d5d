import type { CloudFormationCustomResourceEvent, CloudFormationCustomResourceResponse } from 'aws-lambda'

const answerMs = 10_000
/** CloudFormation takes 4 KB in all. */
const mostReason = 1_000

/**
 * Tells CloudFormation what came of a resource, by the address it gave. The resource keeps the name that it has, so that
 * no change of it counts as another resource.
 * @param failed why it could not be made
 * @throws Error when it was not taken: then Lambda gives the same event once more
 */
export async function answer(event: CloudFormationCustomResourceEvent, failed?: string): Promise<void> {
  const { StackId, RequestId, LogicalResourceId } = event
  const told = {
    ...{ StackId, RequestId, LogicalResourceId },
    PhysicalResourceId: event.RequestType === 'Create' ? LogicalResourceId : event.PhysicalResourceId,
  }
  const response: CloudFormationCustomResourceResponse =
    failed === undefined
      ? { ...told, Status: 'SUCCESS' }
      : { ...told, Status: 'FAILED', Reason: failed.slice(0, mostReason) }
  // The address is signed for a request without a type.
  const { ok, status } = await fetch(event.ResponseURL, {
    method: 'PUT',
    headers: { 'content-type': '' },
    body: JSON.stringify(response),
    signal: AbortSignal.timeout(answerMs),
  })
  if (!ok) throw new Error(`CloudFormation did not take the answer: ${status}`)
}
