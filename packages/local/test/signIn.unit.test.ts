import { expect, it } from 'vitest'
import { accountId, accountOf, type Offices } from '../src/signIn/accounts.ts'
import { signInHtml } from '../src/signIn/page.ts'

const offices: Offices = {
  places: [
    { code: '1', name: '某市' },
    { code: '101', name: '某县</script>' },
  ],
  roles: [
    { name: 'city', label: '市级', digits: 1 },
    { name: 'county', label: '县级', digits: 3 },
    { name: 'department', label: '部门（市级）', digits: 1 },
    { name: 'department', label: '部门（县级）', digits: 3 },
  ],
  claimsOf: ({ role }) => ({ role }),
}

it('an account is of a role that there is, at a place of its level that there is', () => {
  const account = { role: 'county', division: '101', officer: 2 }
  expect(accountOf(offices, accountId(account))).toEqual(account)
  for (const division of ['1', '101'])
    expect(accountOf(offices, `department:${division}:1`)).toMatchObject({ role: 'department', division })
  for (const id of ['county:1:1', 'county:102:1', 'king:101:1', 'county:101:0', 'county:101:12', 'county:101x:1', ''])
    expect(accountOf(offices, id), id).toBeUndefined()
})

it('the sign-in page offers the roles, and a choice for each level of places', () => {
  const html = signInHtml(offices)
  expect(html.match(/<select aria-label="[^"]*">/g)).toEqual(['<select aria-label="县级">'])
  expect(html).toContain('value="county" data-digits="3" checked')
  expect(html).not.toContain('某县</script>')
})
