import { expect, it } from 'vitest'
import { maskPhone } from '../index.ts'

it('a phone number is shown masked', () => {
  expect(maskPhone('+8613812345678')).toBe('*********78')
  expect(maskPhone('13800+8678')).toBe('********78')
})
