import { text } from '@xieshang/kernel'
import { command } from '../consultation/spec.ts'
import { explainDissent, explainDissentFields, recordDissent, recordDissentFields } from './dissents.ts'

export const dissentsCommands = {
  recordDissent: command('P9f', text('登记不同意见', 'Record a dissent'), recordDissentFields, recordDissent, {
    additive: true,
  }),
  explainDissent: command('P9f', text('解释说明', 'Explain to a dissenter'), explainDissentFields, explainDissent, {
    additive: true,
  }),
} as const
