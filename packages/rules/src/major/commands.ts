import { text } from '@xieshang/kernel'
import { command } from '../consultation/spec.ts'
import { markMajor, markMajorFields, recordMajorStep, recordMajorStepFields } from './major.ts'

export const majorCommands = {
  markMajor: command('P12', text('列为五议两公开事项', 'Mark as a major matter'), markMajorFields, markMajor, {
    rests: ['major'],
  }),
  recordMajorStep: command(
    'P12',
    text('记录五议两公开', 'Record a step of the five deliberations'),
    recordMajorStepFields,
    recordMajorStep,
    { rests: ['major'] },
  ),
} as const
