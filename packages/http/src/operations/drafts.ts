import { placeCode, type Verb } from '@xieshang/kernel'
import { identifier, text } from '@xieshang/rules'
import * as z from 'zod'
import { operation } from '../operation.ts'
import { cursor } from '../schemas/common.ts'

/** Where a form stands: the place and what it is about there, a consultation, an entry or something new. */
const about = { place: placeCode('county', 'township', 'village'), about: identifier(40) }
const draftParams = z.object({ ...about, form: identifier(120) })

const keptDraftSchema = z
  .object({
    form: z.string(),
    /** What was typed, as the page wrote it. */
    typed: z.string(),
    keptAt: z.string(),
  })
  .meta({ id: 'KeptDraft' })

/** The drafts of those to whom something is allowed: the same of a county's officers and of the city's. */
const draftsFor = (verb: Verb) => ({
  getDrafts: operation({
    id: 'getDrafts',
    method: 'get',
    path: '/drafts/{place}/{about}',
    summary: text('我的草稿', 'Own drafts of the forms of one thing; of nobody else'),
    verb,
    params: z.object(about),
    query: z.object({ cursor }),
    answer: { schema: z.object({ drafts: z.array(keptDraftSchema), cursor: z.string().optional() }) },
  }),

  putDraft: operation({
    id: 'putDraft',
    method: 'put',
    path: '/drafts/{place}/{about}/{form}',
    summary: text('保存草稿', 'Keep a draft for thirty days'),
    verb,
    params: draftParams,
    body: z.strictObject({ typed: z.string().min(2).max(100_000) }),
    answer: { schema: keptDraftSchema },
  }),

  deleteDraft: operation({
    id: 'deleteDraft',
    method: 'delete',
    path: '/drafts/{place}/{about}/{form}',
    summary: text('删除草稿', 'Throw a draft away'),
    verb,
    params: draftParams,
    answer: { schema: z.object({ form: z.string() }) },
  }),
})

export const countyDrafts = draftsFor('read')
/** The city types supervision notes, and nothing else. */
export const cityDrafts = draftsFor('overseeCounties')

export type DraftApi = typeof countyDrafts
