import { importPeople } from '@xieshang/http/operations/people'
import { describe, expect, it } from 'vitest'
import { readPeople } from './csv.ts'

const table = (rows: number) =>
  ['姓名,手机号', ...Array.from({ length: rows }, (_, index) => `村民${index},13${String(600000000 + index)}`)].join(
    '\n',
  )

describe('a table of people', () => {
  it('S3: of 5,000 rows is taken whole', () => {
    const { good, rejected } = readPeople(table(5000), 'zh')
    expect([good.length, rejected]).toEqual([5000, []])
  })

  it('S3: of one row more is not taken, and says from where on and what to do', () => {
    expect(readPeople(table(5001), 'zh')).toEqual({
      good: [],
      rejected: [{ line: 5002, field: '', detail: '一次最多导入5000行，这份表有5001行，请分成2份，一份一份导入。' }],
    })
  })

  it('S3: with a class that is none says so of that row, once, and takes the others', () => {
    const { good, rejected } = readPeople('姓名,主体类型\n张三,外星人\n李四,\n', 'zh')
    expect(rejected).toEqual([{ line: 2, field: 'class', detail: '没有这个主体类型，请按模板填写。' }])
    expect(good).toMatchObject([{ name: '李四', class: 'localResident' }])
  })

  it('S3: that has no names, no rows or no form says what is wrong with the whole of it', () => {
    const whole = (text: string) => readPeople(text, 'zh').rejected
    expect(whole('电话\n13800000000\n')).toMatchObject([{ line: 1, field: '' }])
    expect(whole('姓名\n')).toMatchObject([{ line: 1, field: '' }])
    expect(whole('姓名\n"张三\n')).toMatchObject([{ field: '' }])
    expect(readPeople('姓名,手机号\n李四\n', 'zh').good).toMatchObject([{ name: '李四' }])
  })

  it('S3: of ten times as many rows says the same, whatever its bytes', () => {
    expect(importPeople.body?.safeParse(table(50_001))?.success).toBe(true)
    expect(readPeople(table(50_001), 'en').rejected[0]?.detail).toMatch(/5000 lines.*has 50001.*into 11/)
  })
})
