/** A number of which enough is left to recognise it: +8613812345678 → 138****5678. */
export function maskPhone(e164: string): string {
  const national = e164.replace(/^\+86/, '')
  return `${national.slice(0, 3)}****${national.slice(-4)}`
}
