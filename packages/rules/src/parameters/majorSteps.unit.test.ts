import { describe, expect, it } from 'vitest'
import { checkRefusal } from '../../test/shapes.ts'
import { defaultParameters, parametersProblem } from '../index.ts'
import { refusalText } from '../sentences.ts'

const { version: _version, ...usual } = defaultParameters
const steps = usual.majorSteps
type Step = (typeof steps)[number]
/** The sentence of a refusal of these parameters, its shape checked. */
function said(change: Partial<typeof usual>): string {
  const refusal = parametersProblem({ ...usual, ...change })
  if (refusal === undefined) return 'accepted'
  checkRefusal(refusal)
  return refusalText(refusal, 'zh')
}
const withSteps = (change: (step: Step) => Step) => said({ majorSteps: steps.map(change) })

describe('the five deliberations of a county', () => {
  it('G10: P12: too few publications are refused like too few deliberations, with both numbers', () => {
    const one = steps.filter(({ kind }, index) => kind === 'deliberation' || index === steps.length - 1)
    expect(said({ majorSteps: one })).toMatch(/5.*2/)
    expect(said({ majorSteps: [...steps, { ...(steps.at(-1) as Step), id: 'third' }] })).toMatch(/5.*2/)
  })

  it('G10: P12: a publication of too few days and a weak quorum are named by their step', () => {
    const publication = steps.find(({ kind }) => kind === 'publication')
    const vote = steps.find(({ quorum }) => quorum !== undefined)
    expect(withSteps((step) => (step.id === publication?.id ? { ...step, days: 2 } : step))).toBe(
      `“${publication?.label}”不能低于全市规定的3。`,
    )
    expect(withSteps((step) => (step.id === vote?.id ? { ...step, quorum: { needs: 1, of: 2 } } : step))).toBe(
      `“${vote?.label}”不能低于全市规定的2/3。`,
    )
    expect(withSteps((step) => (step.id === vote?.id ? { ...step, quorum: { needs: 3, of: 2 } } : step))).toBe(
      `“${vote?.label}”不能超过全市规定的1/1。`,
    )
    expect(withSteps((step) => (step.quorum === undefined ? step : { ...step, quorum: { needs: 3, of: 3 } }))).toBe(
      'accepted',
    )
  })

  it('G10: P12: the resolution stands before the first publication, and a publication stands last', () => {
    const plain = steps.map(({ quorum: _quorum, ...step }): Step => step)
    const voted = (index: number) =>
      plain.map((step, at) => (at === index ? { ...step, quorum: { needs: 2, of: 3 } } : step))
    const first = plain.findIndex(({ kind }) => kind === 'publication')
    expect(said({ majorSteps: voted(first - 1) })).toBe('accepted')
    const swapped = [
      ...plain.slice(0, 4),
      plain[first],
      { ...(plain[4] as Step), quorum: { needs: 2, of: 3 } },
      plain.at(-1),
    ]
    expect(said({ majorSteps: swapped as Step[] })).not.toBe('accepted')
    const last = [...voted(0)]
    const end = last.pop() as Step
    expect(said({ majorSteps: [...last.slice(0, 4), end, ...last.slice(4)] })).toBe('accepted')
    const open = [...voted(0).filter(({ kind }) => kind === 'deliberation')]
    const both = plain.filter(({ kind }) => kind === 'publication')
    expect(said({ majorSteps: [...open.slice(0, 4), ...both, ...open.slice(4)] })).not.toBe('accepted')
  })
})
