import { channels, type Duty, type Language } from '@xieshang/rules'
import type { Texts } from '../texts/zh.ts'

type Told = Pick<Duty, 'about' | 'responsible' | 'channel' | 'items'>

/** Which task, body, channel or items a duty is about, after its name; nothing where there is only one. */
export function dutyWords({ about, responsible, channel, items }: Told, t: Texts, language: Language): string {
  const named = [about, channel && channels[channel].label[language], items && t.dutyItems(items)].find(Boolean)
  const words = named === undefined ? responsible : responsible === undefined ? named : t.dutyOf(named, responsible)
  return words === undefined ? '' : t.dutyAbout(words)
}
