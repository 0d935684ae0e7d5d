import { photoId, text } from '@xieshang/rules'
import * as z from 'zod'
import { operation } from '../operation.ts'
import { consultationId } from '../schemas/common.ts'

/** Characters of base64 that a photo of 300,000 bytes takes. */
const longest = 400_000

export const handInPhoto = operation({
  id: 'handInPhoto',
  method: 'post',
  path: '/consultations/{id}/photos',
  summary: text('上传照片', 'Hand in a photo'),
  clause: 'P3a',
  verb: 'conduct',
  params: z.object({ id: consultationId }),
  /** A JPEG in base64, at most 300,000 bytes of it. */
  body: z.strictObject({ jpeg: z.base64().min(4).max(longest) }),
  answer: { schema: z.object({ photo: photoId }) },
  status: 201,
  idempotent: true,
})

export const getPhoto = operation({
  id: 'getPhoto',
  method: 'get',
  path: '/consultations/{id}/photos/{photo}',
  summary: text('查看照片', 'A photo'),
  clause: 'P3a',
  verb: 'read',
  params: z.object({ id: consultationId, photo: photoId }),
  answer: { file: 'image/jpeg' },
})
