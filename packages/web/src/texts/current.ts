import type { Language } from '@xieshang/rules'

const storageKey = 'language'

/** The language that the person chose on this device; Chinese where none was. */
export const currentLanguage = (): Language => (localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh')

export const chooseLanguage = (language: Language): void => localStorage.setItem(storageKey, language)

/** The language as browsers and HTTP call it. */
export const languageTag = (): string => (currentLanguage() === 'zh' ? 'zh-CN' : 'en')
