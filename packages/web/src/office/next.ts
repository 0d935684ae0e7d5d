import { type Language, type Next, nextMajorStep } from '@xieshang/rules'
import { refusalText } from '@xieshang/rules/sentences'
import type { Consultation } from '../api/staff.ts'
import { nextWords } from '../shared/nextWords.ts'
import type { Texts } from '../texts/zh.ts'

/** What is to be done next in a consultation, as its page says it. */
export function wordsOfNext(consultation: Consultation, next: Next | undefined, t: Texts, language: Language): string {
  if (next === undefined) return t.archived
  if (next.act === 'owed') return refusalText(next.owed, language).replace(/[。.]$/, '')
  if (next.act === 'recordMajorStep') return t.majorNext(nextMajorStep(consultation)?.label ?? '')
  return nextWords[next.act](t)
}
