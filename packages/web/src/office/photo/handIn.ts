import { staffOf } from '../../api/staff.ts'
import type { Acting } from '../acting.ts'
import { base64Of } from './shrink.ts'

/** Sends a picture and gives the name under which a command speaks of it. The same picture sent again is one photo. */
export async function handIn({ county, consultation }: Acting, jpeg: Blob, key: string): Promise<string> {
  const { photo } = await staffOf(county).handInPhoto(consultation.id, await base64Of(jpeg), key)
  return photo
}
