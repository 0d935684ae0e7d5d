import { dayOf, text } from '@xieshang/kernel'
import { day, type Fields, hinted, long } from '../fields/index.ts'

/** When a new version of a setting begins, and why: the same for all of them. */
export const versionFields = {
  /** First day in Asia/Shanghai on which what is new is taken under it. */
  effectiveFrom: {
    ...hinted(day(text('生效日期', 'In force from')), text('可选今天或以后的日子', 'today or later')),
    first: ({ now }) => dayOf(now),
  },
  reason: long(text('调整理由', 'Why it is changed'), 500),
} satisfies Fields
