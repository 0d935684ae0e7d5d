import fc from 'fast-check'
import { expect, it } from 'vitest'
import { possibleDuplicates } from '../src/index.ts'

it('S3: the same name with another number or none may be the same person; a shared number is a family', () => {
  const person = (id: string, name: string, phone?: string) => ({ id, name, phone })
  const people = [
    person('1', '王芳', '138****0001'),
    person('2', '王明', '138****0001'),
    person('3', '王 芳'),
    person('4', '李强', '138****0002'),
  ]
  expect(possibleDuplicates(people).map((group) => group.map(({ id }) => id))).toEqual([['1', '3']])
})

it('S3: everybody found is found once, with somebody else of that name', () => {
  const person = fc.record({ id: fc.uuid(), name: fc.constantFrom('王芳', '李强', '陈', 'Ａ', 'a') })
  fc.assert(
    fc.property(fc.uniqueArray(person, { selector: ({ id }) => id }), (people) => {
      const found = possibleDuplicates(people).flat()
      expect(new Set(found).size).toBe(found.length)
      const known = (name: string) => name.normalize('NFKC').toLowerCase()
      for (const one of people)
        expect(found.includes(one)).toBe(people.some((two) => two !== one && known(two.name) === known(one.name)))
    }),
  )
})
