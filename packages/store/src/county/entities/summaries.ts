import { type Summary, summarySchema, unknownSchema } from '@xieshang/rules'
import { json, number, optional, text } from '../../entities/attributes.ts'
import { entity } from '../../entities/entity.ts'

export const summary = entity({
  name: 'summary',
  key: ['CASE#{consultation}', 'SUMMARY'],
  attributes: { version: number, summary: json<Summary>(), answers: optional(text) },
  holds: 'what the city is told of a consultation',
  by: ['system'],
  reads: ['the relay and the tracking: one'],
  stream: {
    says: 'the city is told',
    change: (_, values) => {
      const { summary, answers } = values()
      const said = summarySchema.parse(summary)
      return { kind: 'summary', summary: answers === undefined ? said : { ...said, answers } }
    },
  },
})

export const unknown = entity({
  name: 'unknown',
  key: ['UNKNOWN#{consultation}', 'UNKNOWN'],
  attributes: { consultation: text, tenant: text, answers: text, expiresAt: number },
  holds: 'the answer to the city about a consultation that is not there',
  by: ['system'],
  reads: ['nobody but the stream'],
  expires: 'a week after the question',
  stream: {
    says: 'the city is told that there is none',
    change: (_, values) => {
      const { consultation, tenant, answers } = values()
      return { kind: 'unknown', unknown: unknownSchema.parse({ v: 1, unknown: true, consultation, tenant, answers }) }
    },
  },
})
