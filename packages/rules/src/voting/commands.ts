import { text } from '@xieshang/kernel'
import { command } from '../consultation/spec.ts'
import { closeRound, countRound } from './closing.ts'
import { confirmHands, enterHands, enterHandsFields } from './hands.ts'
import { openRound } from './opening.ts'
import { enterPapersFields } from './paperFields.ts'
import { confirmPapers, enterPapers } from './papers.ts'
import { closeRoundFields, openRoundFields } from './roundFields.ts'

export const votingCommands = {
  openRound: command('P6a', text('开始表决', 'Open the vote'), openRoundFields, openRound, {
    needs: ['seats', 'seal'],
    rests: ['participants', 'notice', 'items', 'session', 'voting'],
  }),
  enterHands: command('P6a', text('录入举手票数', 'Enter the hand count'), enterHandsFields, enterHands, {
    rests: ['voting'],
  }),
  confirmHands: command('P6a', text('复核举手票数', 'Confirm the hand count'), enterHandsFields, confirmHands, {
    needs: ['seats'],
    rests: ['voting'],
  }),
  enterPapers: command('P6a', text('录入纸质票', 'Enter the paper ballots'), enterPapersFields, enterPapers, {
    rests: ['voting'],
  }),
  confirmPapers: command('P6a', text('复核纸质票', 'Confirm the paper ballots'), enterPapersFields, confirmPapers, {
    needs: ['seats', 'papers'],
    rests: ['voting'],
  }),
  closeRound: command('P6a', text('结束投票', 'Close the vote'), closeRoundFields, closeRound, {
    verb: 'close',
    rests: ['voting'],
  }),
  countRound: command('P6c', text('计票', 'Count the vote'), closeRoundFields, countRound, {
    verb: 'operate',
    needs: ['seats', 'ballots', 'papers'],
    rests: ['voting'],
  }),
} as const
