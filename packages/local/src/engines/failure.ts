/** A failure that a person can mend: which part, why, and what to do, in Chinese and English. */
export class StartFailure extends Error {
  constructor(zh: string, en: string) {
    super(`${zh}\n${en}`)
  }
}
