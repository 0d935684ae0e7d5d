import { text } from '@xieshang/kernel'
import { command } from '../consultation/spec.ts'
import { closeCase, closeCaseFields, endCase, endCaseFields, promoteModel, promoteModelFields } from './closing.ts'

export const archiveCommands = {
  closeCase: command('P11b', text('办结归档', 'Close and archive'), closeCaseFields, closeCase, {
    needs: ['unanswered'],
    rests: ['record', 'publication', 'major', 'tasks', 'progress', 'reports', 'dissents', 'correction', 'closing'],
  }),
  endCase: command('E1', text('撤回或取消', 'Withdraw or cancel'), endCaseFields, endCase, {
    needs: ['unanswered'],
    rests: ['topic', 'voting', 'assembly', 'record', 'publication', 'dissents', 'closing'],
  }),
  promoteModel: command('P11b', text('评为典型案例', 'Promote to a model'), promoteModelFields, promoteModel, {
    verb: 'direct',
    afterClosing: true,
    rests: ['closing'],
  }),
} as const
