import type { AnyOperation } from '../operation.ts'
import { getDashboard, getFigure, getPlaceDashboard } from './dashboard.ts'
import { cityDrafts } from './drafts.ts'
import { noteActOperations, sendNote } from './notes.ts'
import { getChainHeads, getOverdue, getRewritten } from './oversight.ts'
import { me } from './places.ts'
import { listShared } from './publicAffairs.ts'

/** Everything that the city's officers may ask for, in the order of the document. */
export const cityOperations: readonly AnyOperation[] = [
  me,
  getDashboard,
  getPlaceDashboard,
  getFigure,
  listShared,
  getOverdue,
  getRewritten,
  getChainHeads,
  sendNote,
  ...noteActOperations.map(({ operation: one }) => one),
  ...Object.values(cityDrafts),
]
