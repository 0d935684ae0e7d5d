import { type Summary, summarySchema, unknownSchema } from '@xieshang/rules'
import { json, number, optional, place, text } from '../../entities/attributes.ts'
import { entity } from '../../entities/entity.ts'

/**
 * What the city is told of a consultation.
 * @by system
 * @reads the relay and the tracking: one
 * @stream the city is told
 */
export const summary = entity({
  key: ['CASE#{consultation}', 'SUMMARY'],
  attributes: { version: number, summary: json<Summary>(), answers: optional(text) },
  stream: {
    change: (_, values) => {
      const { summary, answers } = values()
      const said = summarySchema.parse(summary)
      return { kind: 'summary', summary: answers === undefined ? said : { ...said, answers } }
    },
  },
})

/**
 * The answer to the city about a consultation that is not there.
 * @by system
 * @reads nobody but the stream
 * @expires a week after the question
 * @stream the city is told that there is none
 */
export const unknown = entity({
  key: ['UNKNOWN#{consultation}', 'UNKNOWN'],
  attributes: { consultation: text, tenant: place, answers: text, expiresAt: number },
  stream: {
    change: (_, values) => {
      const { consultation, tenant, answers } = values()
      return { kind: 'unknown', unknown: unknownSchema.parse({ v: 1, unknown: true, consultation, tenant, answers }) }
    },
  },
})
