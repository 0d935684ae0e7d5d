/** A number of which enough is left to tell two of one home apart, and too little to find it: +8613812345678 → *********78. */
export function maskPhone(e164: string): string {
  const national = e164.replace(/^\+86/, '')
  return `${'*'.repeat(Math.max(0, national.length - 2))}${national.slice(-2)}`
}
