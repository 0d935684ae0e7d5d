import { type Implementation, implement, Problem } from '@xieshang/http'
import * as photosApi from '@xieshang/http/operations/photos'
import type { Prove } from '@xieshang/kernel'
import type { Consultation } from '@xieshang/rules'
import { type CountyStore, largestPhoto } from '@xieshang/store'
import { requestOf } from '../wiring/request.ts'
import { jpegOf } from './jpeg.ts'

/** P3a, P8: photos as evidence of what was put up, for officers who may read the consultation. */
export function photoOperations(store: Pick<CountyStore, 'consultations' | 'photos'>): Implementation[] {
  async function requireRead(prove: Prove, id: string): Promise<Consultation> {
    const state = await store.consultations.load(id)
    if (state === undefined) throw Problem.of('notFound')
    prove(state.division)
    return state
  }

  return [
    implement(photosApi.handInPhoto, async ({ actor, params, body, idempotencyKey, prove }) => {
      const { division } = await requireRead(prove, params.id)
      const sent = Buffer.from(body.jpeg, 'base64')
      const bytes = sent.length > largestPhoto ? undefined : jpegOf(sent)
      if (bytes === undefined) throw Problem.of('photoUnreadable', { field: 'jpeg' })
      const photo = await store.photos.handIn(params.id, {
        bytes,
        division,
        at: new Date().toISOString(),
        request: requestOf(actor.sub, idempotencyKey, 'handInPhoto', params.id, body),
      })
      if (photo === 'keyReused' || photo === 'tooManyPhotos') throw Problem.of(photo)
      return photo
    }),

    implement(photosApi.getPhoto, async ({ params, prove }) => {
      await requireRead(prove, params.id)
      const bytes = await store.photos.bytes(params.id, params.photo)
      if (bytes === undefined) throw Problem.of('notFound')
      return { bytes, type: photosApi.getPhoto.answer.file, name: `${params.photo}.jpg` }
    }),
  ]
}
