import { type Implementation, implement } from '@xieshang/http'
import * as consultationsApi from '@xieshang/http/operations/consultations'
import type { CountyStore } from '@xieshang/store'
import { page } from '../wiring/page.ts'
import { cardPage, wordsOf } from './cards.ts'

const archivePage = 50

/** P11b: consultations that were closed, searched. */
export function archiveOperations({
  consultations,
  places,
}: Pick<CountyStore, 'consultations' | 'places'>): Implementation[] {
  return [
    implement(consultationsApi.searchArchive, async ({ params, query, prove }) => {
      prove(params.code)
      const wanted = { words: wordsOf(query.q), models: query.models === 'true' }
      const found = page(consultations.archive(params.code, wanted, { limit: archivePage, cursor: query.cursor }))
      return cardPage(...(await Promise.all([found, places.known()])))
    }),
  ]
}
