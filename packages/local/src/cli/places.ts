import { allDivisions } from '@xieshang/divisions'
import type { Place } from '../identity/accounts.ts'

export const places = (): Place[] => allDivisions().map(({ code, name }) => ({ code, name }))
