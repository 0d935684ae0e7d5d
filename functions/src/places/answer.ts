import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import type { CloudFormationCustomResourceEvent, CloudFormationCustomResourceResponse } from 'aws-lambda'

const answerMs = 10_000
/** CloudFormation takes 4 KB in all. */
const mostReason = 1_000

/** Sends text to an address, as the SDK sends its own: a `fetch` would be loaded for this alone. @returns the status */
function put(url: string, body: string): Promise<number> {
  const request = url.startsWith('https:') ? requestSecure : requestPlain
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      // The address is signed for a request without a type.
      {
        method: 'PUT',
        headers: { 'content-type': '', 'content-length': Buffer.byteLength(body) },
        signal: AbortSignal.timeout(answerMs),
      },
      (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      },
    )
    sent.once('error', reject)
    sent.end(body)
  })
}

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
  const status = await put(event.ResponseURL, JSON.stringify(response))
  if (status < 200 || status >= 300) throw new Error(`CloudFormation did not take the answer: ${status}`)
}
