import { httpHandler, type Implementation } from '@xieshang/http'
import { environment } from './environment.ts'
import { lambda } from './lambda.ts'
import { logOf } from './log.ts'

/**
 * A function that answers an HTTP API.
 * @param frontSecret by which the front proves the address of who asked; without one no front is believed
 */
export function httpFunction(name: string, implementations: readonly Implementation[], frontSecret = '') {
  const { TENANT: tenant } = environment('TENANT')
  const log = logOf(name)
  return lambda(log, httpHandler({ log, tenant, frontSecret }, implementations))
}
