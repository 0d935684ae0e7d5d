import { text } from '@xieshang/kernel'
import { ruleRefusal } from '../../consultation/refusal.ts'
import { choice, consultationReference, count, hinted, line, long, moment, optional } from '../../fields/index.ts'
import type { Entry } from '../entry.ts'
import { act, doneOf, fieldsOf, hasDone, kind } from '../kind.ts'
import { grades, type ReviewResult, reviewResult } from '../reviewResult.ts'

const subjects = {
  year: text('全年工作', "The year's work"),
  work: text('某项工作或协商成果', 'A piece of work or an outcome'),
} as const

const reviewFields = {
  subject: choice(text('评议什么', 'What is reviewed'), subjects),
  year: count(text('年度', 'Year'), 2000, 2100),
  work: optional(
    hinted(line(text('工作名称', 'The work')), text('评议某项工作时填写', 'When a piece of work is reviewed')),
  ),
  consultation: optional(consultationReference(text('相关协商', 'The consultation it is about'))),
  heldAt: moment(text('时间', 'Held at')),
  place: line(text('地点', 'Place')),
}

const stars = (zh: string, en: string) => count(text(`${zh}（人数）`, `${en} (people)`), 0, 100_000)

const residentFields = {
  five: stars('很满意', 'Very good'),
  four: stars('满意', 'Good'),
  three: stars('一般', 'Fair'),
  two: stars('不满意', 'Poor'),
  one: stars('很不满意', 'Very poor'),
}

const thirdPartyFields = {
  name: line(text('第三方机构', 'Third party'), 60),
  score: count(text('评分（0—100的整数）', 'Score (0–100, whole)'), 0, 100),
  report: long(text('评估意见', 'Assessment'), 5000),
}

/** What a review's ratings come to so far. */
export const resultOfReview = (entry: Entry): ReviewResult | undefined =>
  reviewResult(
    doneOf(entry, 'rateByResidents', residentFields).at(-1)?.body,
    doneOf(entry, 'rateByThirdParty', thirdPartyFields).at(-1)?.body.score,
  )

/** F4: a review at the year's end or when a work is done; its result is counted, never typed in. */
export const review = kind({
  clause: 'F4',
  label: text('民主评议会', 'Reviews'),
  hint: text(
    '年底或某项工作完成时召开。录入居民评分和第三方评分，结果由系统计算。',
    'At the year’s end or when a work is done. Enter the ratings; the result is counted.',
  ),
  // A township reviews what several of its villages decided together (P9e).
  levels: ['village', 'township'],
  fields: reviewFields,
  create: { label: text('登记一次评议会', 'Record a review'), verb: 'conduct', standing: 'within' },
  rule: (body, _division, { now }) => {
    if (body.heldAt > now) return ruleRefusal('F4', 'heldInFuture', { field: 'heldAt' })
    return body.subject === 'work' && body.work === undefined && body.consultation === undefined
      ? ruleRefusal('F4', 'reviewOfNothing', { field: 'work' })
      : undefined
  },
  acts: {
    rateByResidents: act({
      label: text('录入居民评分', "Enter the residents' ratings"),
      fields: residentFields,
      verb: 'conduct',
      standing: 'within',
      when: ['open'],
      rule: (_entry, { five, four, three, two, one }) =>
        five + four + three + two + one > 0 ? undefined : ruleRefusal('F4', 'nobodyRated', { field: 'five' }),
    }),
    rateByThirdParty: act({
      label: text('录入第三方评分', "Enter the third party's rating"),
      fields: thirdPartyFields,
      verb: 'conduct',
      standing: 'within',
      when: ['open'],
    }),
    conclude: act({
      label: text('形成评议结果', 'Conclude'),
      fields: { summary: long(text('评议意见', 'Summary')) },
      verb: 'conduct',
      standing: 'within',
      when: ['open'],
      rule: (entry) => (resultOfReview(entry) === undefined ? ruleRefusal('F4', 'ratingsMissing') : undefined),
    }),
    use: act({
      label: text('登记结果怎样运用', 'Record how the result was used'),
      fields: {
        use: choice(text('运用', 'Use'), {
          reward: text('奖励', 'Reward'),
          commend: text('表扬', 'Commendation'),
          improve: text('限期整改', 'To be improved by a date'),
          penalty: text('惩处', 'Penalty'),
        }),
        text: long(text('说明', 'What was decided')),
      },
      verb: 'direct',
      standing: 'above',
      when: ['concluded'],
    }),
  },
  title({ subject, year, work }) {
    if (subject === 'year') return text(`${year}年度评议`, `Review of ${year}`)
    return work === undefined ? text(`${year} 协商成果评议`, `${year} Review of an outcome`) : `${year} ${work}`
  },
  day: ({ heldAt }) => heldAt,
  status: (entry) => (hasDone(entry, 'conclude') ? 'concluded' : 'open'),
  digest: (entry) => {
    const { subject, year, consultation } = fieldsOf(entry, reviewFields)
    const result = hasDone(entry, 'conclude') ? resultOfReview(entry) : undefined
    return {
      subject,
      year,
      ...(consultation !== undefined && { consultation }),
      ...(result !== undefined && {
        hundredths: result.hundredths,
        grade: result.grade,
        residents: result.residents,
        thirdParty: result.thirdParty,
      }),
    }
  },
  shown: (entry) => {
    const result = hasDone(entry, 'conclude') ? resultOfReview(entry) : undefined
    return {
      facts:
        result === undefined
          ? []
          : [
              {
                label: text('评议得分', 'Result'),
                value: `${Math.floor(result.hundredths / 100)}.${String(result.hundredths % 100).padStart(2, '0')}`,
              },
              { label: text('等次', 'Grade'), value: result.grade, words: grades[result.grade] },
              { label: text('参加评分的居民', 'Residents who rated'), value: String(result.residents) },
            ],
    }
  },
})
