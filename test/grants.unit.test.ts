import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { needless } from './grants.ts'

it('a grant is needed when a run of any county used it, or when there is a reason', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xieshang-grants-'))
  const grant = (county: string, action: string) => ({
    role: `Xieshang${county}-staffrole5475324A`,
    action,
    resource: `arn:t/xieshang-${county}`,
  })
  const granted = (county: string) =>
    ['d:Get', 'd:Put', 'd:Delete', 'logs:PutLogEvents'].map((one) => grant(county, one))
  const run = (name: string, county: string, used: string) =>
    writeFileSync(
      join(folder, name),
      JSON.stringify({ granted: granted(county), unused: granted(county).filter(({ action }) => action !== used) }),
    )
  run('1.json', '331102', 'd:Get')
  run('2.json', '331121', 'd:Put')
  expect(needless(folder)).toEqual(['XieshangCOUNTY staff d:Delete arn:t/xieshang-COUNTY'])
  expect(needless(join(folder, 'nowhere'))).toEqual([])
  rmSync(folder, { recursive: true })
})

it('a key is a key in every run, also one whose name holds what looks like the code of a county', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xieshang-grants-'))
  const grant = (key: string) => ({
    role: 'Xieshang331102-relayrole5475324A',
    action: 'kms:Decrypt',
    resource: `arn:aws:kms:us-east-1:000000000000:key/${key}`,
  })
  const run = (name: string, key: string, used: boolean) =>
    writeFileSync(join(folder, name), JSON.stringify({ granted: [grant(key)], unused: used ? [] : [grant(key)] }))
  run('1.json', '9526f8c8-92f6-4b32-8e4c-db4a83312342', false)
  run('2.json', '0c06c8f8-149a-41a9-b591-aaaaaaaaaaaa', true)
  expect(needless(folder)).toEqual([])
  rmSync(folder, { recursive: true })
})
