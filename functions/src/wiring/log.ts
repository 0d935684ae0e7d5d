import { createLog, type Log } from '@xieshang/http'
import { environment } from './environment.ts'

/** The log of a function: each line says which function of which county or city it is. */
export function logOf(name: string): Log {
  const { TENANT, LOG_LEVEL } = environment('TENANT', 'LOG_LEVEL')
  return createLog({ function: name, tenant: TENANT }, LOG_LEVEL)
}

/** What may be logged of an error that may quote what people wrote. */
export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)
