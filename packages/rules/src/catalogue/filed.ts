import type { Topic } from '../topic/state.ts'
import { findMatter, type MatterAsFiled } from './base.ts'

/**
 * M6: the matter of a topic as the version that it was filed under has it. Topics from before counties had catalogues
 * of their own were filed under the policy's.
 */
export const matterOf = (topic: Topic): MatterAsFiled | undefined => topic.asFiled ?? findMatter(topic.matter)
