// What people read when something is refused. It is an entry of its own, for who loads it when it is needed.
export { issueText } from './texts/issues.ts'
export { refusalTexts } from './texts/refusals.ts'
export { refusalText } from './texts/refusalText.ts'
