import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda'
import type { httpHandler } from '../src/handler.ts'

type Asked = { readonly method: string; readonly path: string; readonly jwt?: { readonly claims: object } | undefined }

/** Calls a handler as the gateway does; an open route may still carry the claims of somebody who signed in. */
export function asGateway(handler: ReturnType<typeof httpHandler>, { method, path, jwt }: Asked) {
  const requestContext = { http: { method, path }, ...(jwt !== undefined && { authorizer: { jwt } }) }
  // A gateway's event has twenty fields, of which the handler reads these.
  const event = { version: '2.0', headers: {}, rawPath: path, requestContext }
  return handler(event as unknown as APIGatewayProxyEventV2WithJWTAuthorizer, {} as Context)
}
