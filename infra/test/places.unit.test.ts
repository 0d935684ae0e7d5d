import { describe, expect, it } from 'vitest'
import { type Stack, synthesizedStacks } from './template.ts'

const { city, counties } = synthesizedStacks()
const stacks = [city, ...counties]

describe('places', () => {
  const told = stacks.flatMap((stack) =>
    stack.of('Custom::Places').map(([id, properties]) => ({ stack, id, properties })),
  )

  it('come with the deployment, a county’s to its own table and every county’s to the city’s', () => {
    const codes = (stack: Stack) => stack.of('Custom::Places').map(([, { County }]) => County)
    expect(codes(city)).toEqual(['331102', '331121'])
    expect(counties.map(codes)).toEqual([['331102'], ['331121']])
    for (const { properties } of told) {
      const lines = properties.Places as readonly string[]
      expect(lines.slice(0, 2)).toEqual(['3311 丽水市', '331102 莲都区'])
      expect(lines.some((line) => line.startsWith(`${properties.County}001 `))).toBe(true)
      expect(lines.length).toBeGreaterThan(250)
    }
  })

  it('are told again when they are others, and for no other reason', () => {
    for (const { properties } of told)
      expect(Object.keys(properties).sort()).toEqual(['County', 'Places', 'ServiceTimeout', 'ServiceToken'])
  })

  it('fit twice into the event of a function, and are waited for minutes, not an hour', () => {
    // As CloudFormation may write them: each character outside ASCII in six.
    const size = (value: unknown) => JSON.stringify(value).replace(/[^ -~]/g, '\\u4e00').length
    for (const { properties } of told) {
      expect(size(properties) * 2).toBeLessThan(100_000)
      expect(properties.ServiceTimeout).toBe('300')
    }
  })

  it('are written once the function behind them may write', () => {
    for (const { stack, id, properties } of told) {
      const writer = (properties.ServiceToken as { 'Fn::GetAtt': [string, string] })['Fn::GetAtt'][0]
      expect(stack.dependenciesOf(id)).toContain(writer)
      expect(stack.dependenciesOf(writer).join()).toMatch(/placesroleDefaultPolicy/)
    }
  })
})
