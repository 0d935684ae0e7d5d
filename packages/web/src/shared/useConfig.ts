import type { PlaceCode } from '@xieshang/kernel'
import { loadConfig } from './config.ts'
import { useLoad } from './useLoad.ts'

/** What the pages learn when they open, as soon as it is there. */
export const useConfig = () => useLoad(loadConfig, []).data

/** What a county is called; its code until that is known. */
export function useCountyName(county: PlaceCode): string {
  const config = useConfig()
  return config?.counties.find(({ code }) => code === county)?.name ?? county
}
