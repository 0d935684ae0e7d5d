import type { Language } from '@xieshang/rules'
import { useSyncExternalStore } from 'react'
import { en } from './en.ts'
import { type Texts, zh } from './zh.ts'

const storageKey = 'language'
const listeners = new Set<() => void>()
const dictionaries = { zh, en } satisfies Record<Language, Texts>

export const currentLanguage = (): Language => (localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh')

const announce = () => {
  document.documentElement.lang = currentLanguage() === 'zh' ? 'zh-CN' : 'en'
}

/** Says to an API in which language its sentences are read. */
export const languageHeader = () => ({ 'accept-language': currentLanguage() === 'zh' ? 'zh-CN' : 'en' })

export function switchLanguage(): void {
  localStorage.setItem(storageKey, currentLanguage() === 'zh' ? 'en' : 'zh')
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
