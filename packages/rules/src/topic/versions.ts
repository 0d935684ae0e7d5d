import { from } from '@xieshang/kernel'
import { findMatter } from '../catalogue/base.ts'
import { type KeptParameters, wholeParameters } from '../parameters/parameters.ts'
import type { TopicEvents } from './events.ts'
import type { Topic } from './state.ts'

type Topic1 = Omit<Topic, 'asFiled'> & Partial<Pick<Topic, 'asFiled'>>
type TopicProposed1 = Omit<TopicEvents['TopicProposed'], 'parameters' | 'topic'> & {
  readonly topic: Topic1
  readonly parameters?: KeptParameters
}

/** Before counties had catalogues of their own, topics were filed under the policy's. */
function filed(topic: Topic1): Topic {
  const asFiled = topic.asFiled ?? findMatter(topic.matter)
  if (asFiled === undefined) throw new Error(`Nobody ever filed a topic under ${topic.matter}`)
  return { ...topic, asFiled }
}

export const topicVersions = {
  // 2: all parameters, and what the catalogue says of the matter.
  TopicProposed: [
    from<TopicProposed1, TopicEvents['TopicProposed']>(({ topic, parameters, ...data }) => ({
      ...data,
      topic: filed(topic),
      parameters: wholeParameters(parameters),
    })),
  ],
  TopicResubmitted: [
    from<{ topic: Topic1 }, TopicEvents['TopicResubmitted']>(({ topic }) => ({ topic: filed(topic) })),
  ],
}
