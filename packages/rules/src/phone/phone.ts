import * as z from 'zod'

/** A mainland mobile number as people type it; kept as E.164, encrypted. */
export const phoneInput = z
  .string()
  .trim()
  .transform((typed) => typed.replace(/[\s-]/g, '').replace(/^(?:\+|00)?86(?=1\d{10}$)/, ''))
  .pipe(z.string().regex(/^1[3-9]\d{9}$/))
  .transform((national) => `+86${national}`)

/** A number of which enough is left to tell two of one home apart, and too little to find it: +8613812345678 → *********78. */
export function maskPhone(e164: string): string {
  const national = e164.replace(/^\+86/, '')
  return `${'*'.repeat(Math.max(0, national.length - 2))}${national.slice(-2)}`
}
