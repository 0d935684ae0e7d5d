import fc from 'fast-check'
import { expect, it } from 'vitest'
import { possibleDuplicates } from '../index.ts'

it('S3: one name with several numbers or none, and one number under several names, may be one person', () => {
  const person = (id: string, name: string, phoneMark?: string) => ({ id, name, phoneMark })
  const people = [
    person('1', '王芳', 'a'),
    person('2', '王明', 'a'),
    person('3', '王 芳'),
    person('4', '李强', 'b'),
    person('5', '陈'),
  ]
  expect(possibleDuplicates(people).map(({ by, people: group }) => [by, ...group.map(({ id }) => id)])).toEqual([
    ['name', '1', '3'],
    ['phone', '1', '2'],
  ])
})

it('S3: everybody found is found once by name and once by number, with somebody else who shares it', () => {
  const person = fc.record({
    id: fc.uuid(),
    name: fc.constantFrom('王芳', '李强', '陈', 'Ａ', 'a'),
    phoneMark: fc.constantFrom(undefined, 'x', 'y'),
  })
  const known = (name: string) => name.normalize('NFKC').toLowerCase()
  fc.assert(
    fc.property(fc.uniqueArray(person, { selector: ({ id }) => id }), (people) => {
      const found = possibleDuplicates(people)
      const of = (by: string) => found.filter((one) => one.by === by).flatMap((one) => one.people)
      const others = (one: (typeof people)[number]) => people.filter((two) => two !== one)
      for (const by of ['name', 'phone']) expect(new Set(of(by)).size).toBe(of(by).length)
      for (const one of people) {
        expect(of('name').includes(one)).toBe(others(one).some(({ name }) => known(name) === known(one.name)))
        expect(of('phone').includes(one)).toBe(
          one.phoneMark !== undefined && others(one).some(({ phoneMark }) => phoneMark === one.phoneMark),
        )
      }
    }),
  )
})
