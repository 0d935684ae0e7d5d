import { type EventType, events, type Language } from '@xieshang/rules'

const known = (type: string): type is EventType => type in events

/**
 * What happened, in a few words, for the history of a consultation.
 * @param type as the API names it; one that these pages do not know yet stands for itself
 */
export const eventName = (type: string, language: Language): string =>
  known(type) ? events[type].label[language] : type
