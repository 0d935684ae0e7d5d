/** The parts of the procedure, in their order: each a section of a consultation's page, and worked on at its own time. */
export const stages = [
  'topic',
  'participants',
  'notice',
  'forms',
  'items',
  'session',
  'voting',
  'assembly',
  'record',
  'publication',
  'major',
  'tasks',
  'reports',
  'dissents',
  'supervision',
  'bulletins',
  'correction',
  'closing',
  'again',
] as const

export type Stage = (typeof stages)[number]

/** Parts of a consultation that two people may work on at once without disturbing each other. */
export type Section = Stage | 'tellings' | 'postings' | 'answers' | 'discussions' | 'progress' | 'remarks'
