import { httpHandler, type Implementation } from '@xieshang/http'
import { environment } from './environment.ts'
import { type Lambda, lambda } from './lambda.ts'
import { logOf } from './log.ts'

/** What answers requests of an HTTP API. */
export type HttpFunction = Lambda<Parameters<ReturnType<typeof httpHandler>>[0], unknown>

/**
 * A function that answers an HTTP API, or an area of one.
 * @param frontSecret by which the front proves the address of who asked; without one no front is believed
 */
export function httpFunction(name: string, implementations: readonly Implementation[], frontSecret = ''): HttpFunction {
  const { TENANT: tenant } = environment('TENANT')
  const log = logOf(name)
  return lambda(log, httpHandler({ log, tenant, frontSecret }, implementations))
}
