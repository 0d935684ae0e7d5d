import { createHash } from 'node:crypto'
import { type PlaceCode, secondsOf } from '@xieshang/kernel'
import { dayOf } from '@xieshang/rules'
import { notExists } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import * as entities from './entities/index.ts'
import type { Request } from './once.ts'

/** Bytes of a photo that one item holds beside its keys. */
export const largestPhoto = 300_000

/** So many photos a place hands in on a day: more than hang anywhere, and too few to fill a table with. */
export const photosPerDay = 100

/** A photo that nobody names within this time was handed in in vain. */
const keepSeconds = 86_400

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The same request names the same photo, however often it comes. */
const idOf = ({ sub, key }: Request): string =>
  [...createHash('sha256').update(`${sub}|${key}`).digest().subarray(0, 26)]
    .map((byte) => alphabet[byte % alphabet.length])
    .join('')

/** P3a, P8: photos of what was put up. They may show people, and are for officers only. */
export function openPhotos(table: Table) {
  async function read(consultation: string, photo: string) {
    const item = await table.get(entities.photo.key({ consultation, photo }))
    return item === undefined ? undefined : entities.photo.read(item)
  }

  return {
    /** @returns the photo's id, or why it was not taken: the key was used for another one, or the place's day is full */
    async handIn(
      consultation: string,
      handed: {
        readonly bytes: Uint8Array
        readonly division: PlaceCode
        readonly at: string
        readonly request: Request
      },
    ): Promise<{ readonly photo: string } | 'keyReused' | 'tooManyPhotos'> {
      const { bytes, division, at, request } = handed
      const id = idOf(request)
      const { fingerprint } = request
      const expiresAt = secondsOf(at) + keepSeconds
      const [taken, full] = await table
        .transact([
          {
            put: entities.photo.item({ consultation, photo: id, fingerprint, bytes, expiresAt }),
            condition: notExists,
          },
          {
            update: {
              ...entities.photoDay.key({ place: division, day: dayOf(at) }),
              add: { photos: 1 },
              set: { expiresAt: expiresAt + keepSeconds },
            },
            condition: {
              expression: 'attribute_not_exists(#photos) OR #photos < :most',
              values: { most: photosPerDay },
            },
          },
        ])
        .then((outcome) => (outcome.done ? [true, false] : [false, !outcome.refused.includes(0)]))
      if (taken) return { photo: id }
      if (full) return 'tooManyPhotos'
      return (await read(consultation, id))?.fingerprint === fingerprint ? { photo: id } : 'keyReused'
    },

    /** Whether it was handed in for this consultation; from then on it stays, for the record names it. */
    keep: (consultation: string, id: string): Promise<boolean> =>
      table.update(
        entities.photo.key({ consultation, photo: id }),
        { remove: ['expiresAt'] },
        { expression: 'attribute_exists(#PK)' },
      ),

    async bytes(consultation: string, id: string): Promise<Uint8Array | undefined> {
      return (await read(consultation, id))?.bytes
    },
  }
}
