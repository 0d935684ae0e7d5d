import type { Language, Text } from '@xieshang/kernel'
import type { Param, Refusal } from '../consultation/refusal.ts'
import { refusalTexts } from './refusals.ts'

const comma = { zh: '、', en: ', ' } as const satisfies Text

function said(param: Param, language: Language): string {
  if (typeof param !== 'object') return String(param)
  return 'zh' in param ? param[language] : param.join(comma[language])
}

/** The sentence of a refusal in a language, its params filled in. */
export const refusalText = ({ code, params }: Refusal, language: Language): string =>
  refusalTexts[code][language].replace(/\{(\w+)\}/g, (_, name: string) => said(params?.[name] ?? '', language))
