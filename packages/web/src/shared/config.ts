import type { PlaceCode } from '@xieshang/kernel'
import { timedFetch } from './clock.ts'

export type Place = { readonly code: PlaceCode; readonly name: string }

/** What the pages learn when they open. */
export type Config = {
  readonly issuer: string
  readonly clientId: string
  readonly audience: string
  readonly city: Place
  readonly counties: readonly Place[]
}

let loading: Promise<Config> | undefined

export function loadConfig(): Promise<Config> {
  loading ??= timedFetch('/config.json').then((response) => {
    if (!response.ok) throw new Error(`config.json: ${response.status}`)
    return response.json() as Promise<Config>
  })
  loading.catch(() => {
    loading = undefined
  })
  return loading
}
