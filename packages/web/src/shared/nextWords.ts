import type { NextAct, Step } from '@xieshang/rules'
import { usualNext } from '@xieshang/rules/deciding'
import type { Texts } from '../texts/zh.ts'

/** What the pages call an act that comes next. */
export const nextWords: { readonly [act in NextAct]: (t: Texts) => string } = {
  registerTopic: (t) => t.registerTopic,
  resubmitTopic: (t) => t.resubmit,
  setProcedure: (t) => t.setProcedure,
  fixParticipants: (t) => t.stepParticipants,
  issueNotice: (t) => t.issueNotice,
  chooseForms: (t) => t.chooseForms,
  addItem: (t) => t.nextAddItem,
  openSession: (t) => t.openSession,
  closeSession: (t) => t.nextCloseSession,
  openRound: (t) => t.openRound,
  enterHands: (t) => t.enterHands,
  confirmHands: (t) => t.confirmHands,
  enterPapers: (t) => t.nextEnterPapers,
  confirmPapers: (t) => t.nextConfirmPapers,
  closeRound: (t) => t.closeRound,
  recordAssembly: (t) => t.nextRecordAssembly,
  fileRecord: (t) => t.fileRecord,
  fileAgain: (t) => t.fileAgain,
  publishOutcome: (t) => t.publish,
  recordMajorStep: (t) => t.stepMajor,
  addTask: (t) => t.addTask,
  carryOut: (t) => t.carryOut,
  closeCase: (t) => t.closeCase,
  settleSuspension: (t) => t.settleSuspension,
  waitForTownship: (t) => t.waitForTownship,
}

/** What usually comes next after a step, which is all that a list of consultations knows. */
export const usualNextWords = (step: Step, t: Texts): string => {
  const next = usualNext[step]
  return next === undefined ? t.none : nextWords[next.act](t)
}
