import { describe, expect, it } from 'vitest'
import { checkRefusal } from '../../test/shapes.ts'
import { defaultParameters, parametersProblem, valueAt } from '../index.ts'
import { refusalText } from '../sentences.ts'

const { version: _version, ...usual } = defaultParameters
/** The sentence of a refusal of these parameters, its shape checked. */
function said(change: Partial<typeof usual>): string {
  const refusal = parametersProblem({ ...usual, ...change })
  if (refusal === undefined) return 'accepted'
  checkRefusal(refusal)
  return refusalText(refusal, 'zh')
}

describe('what a county reads when its parameters break a bound', () => {
  it.each([
    [{ quorum: { needs: 1, of: 2 } }, '“出席比例”不能低于全市规定的2/3。'],
    [{ publicationDays: 2 }, '“成果公示期”不能低于全市规定的3。'],
    [{ publicationDays: 366 }, '“成果公示期”不能超过全市规定的365。'],
    [{ majority: { needs: 3, of: 3 } }, '“通过须超过的比例”不能超过全市规定的1/1。'],
  ] as const)('G10: %o: the bound by its name and number', (change, sentence) => {
    expect(said(change)).toBe(sentence)
  })

  it('G10: something that is no value of its kind is never within a bound', () => {
    for (const wrong of ['7', { needs: 1, of: 1 }, undefined])
      expect(said({ publicationDays: wrong as never })).toContain('“成果公示期”不能低于')
    for (const wrong of [7, '2/3', undefined]) expect(said({ quorum: wrong as never })).toContain('“出席比例”不能低于')
    expect(valueAt({ ...usual, periods: null as never }, 'periods.publish')).toBeUndefined()
    expect(valueAt({ ...usual, periods: 'publish' as never }, 'periods.length')).toBeUndefined()
  })
})
