/** What a person can do about a failed start. Who starts the desk says how: by which option, by which variable. */
export type Remedy = 'anotherFolder' | 'anew' | 'anotherPort' | 'putForward'

/** A failure that a person can mend: which part and why, in Chinese and English, and what helps. */
export class StartFailure extends Error {
  readonly zh: string
  readonly en: string
  readonly remedies: readonly Remedy[]

  constructor(zh: string, en: string, ...remedies: readonly Remedy[]) {
    super(`${zh}\n${en}`)
    this.zh = zh
    this.en = en
    this.remedies = remedies
  }
}
