import { type Implementation, implement, Problem, requireReach, staffApi } from '@xieshang/http'
import type { Actor } from '@xieshang/rules'
import { type CountyStore, largestPhoto } from '@xieshang/store'
import { requestOf } from '../wiring/request.ts'

/** The first bytes of every JPEG. Nothing else is kept, so nothing else is ever given out as a picture. */
const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff

/** P3a, P8: photos as evidence of what was put up, for officers who may read the consultation. */
export function photoOperations(store: CountyStore): Implementation[] {
  async function requireRead(actor: Actor, id: string): Promise<void> {
    const state = await store.consultations.load(id)
    if (state === undefined) throw Problem.of('notFound')
    requireReach(actor, state.division)
  }

  return [
    implement(staffApi.handInPhoto, async ({ actor, params, body, idempotencyKey }) => {
      await requireRead(actor, params.id)
      const bytes = Buffer.from(body.jpeg, 'base64')
      if (!isJpeg(bytes) || bytes.length > largestPhoto) throw Problem.of('photoUnreadable', { field: 'jpeg' })
      const photo = await store.photos.handIn(params.id, {
        bytes,
        at: new Date().toISOString(),
        request: requestOf(actor.sub, idempotencyKey, 'handInPhoto', params.id, body),
      })
      if (photo === undefined) throw Problem.of('keyReused')
      return { photo }
    }),

    implement(staffApi.getPhoto, async ({ actor, params }) => {
      await requireRead(actor, params.id)
      const bytes = await store.photos.bytes(params.id, params.photo)
      if (bytes === undefined) throw Problem.of('notFound')
      return { bytes, type: staffApi.getPhoto.answer.file, name: `${params.photo}.jpg` }
    }),
  ]
}
