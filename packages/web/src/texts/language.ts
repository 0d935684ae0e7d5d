import type { Language } from '@xieshang/rules'
import { useSyncExternalStore } from 'react'
import { chooseLanguage, currentLanguage, languageTag } from './current.ts'
import { en } from './en.ts'
import { type Texts, zh } from './zh.ts'

const listeners = new Set<() => void>()
const dictionaries = { zh, en } satisfies Record<Language, Texts>

const announce = () => {
  document.documentElement.lang = languageTag()
}

export function switchLanguage(): void {
  chooseLanguage(currentLanguage() === 'zh' ? 'en' : 'zh')
  announce()
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

announce()

/** The words in the person's language, and which language it is. */
export function useTexts(): { t: Texts; language: Language } {
  const language = useSyncExternalStore(subscribe, currentLanguage, currentLanguage)
  return { t: dictionaries[language], language }
}
