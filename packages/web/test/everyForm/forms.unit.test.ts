import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { forms, leavesOf } from './forms.ts'

const source = fileURLToPath(new URL('../../src/', import.meta.url))

/** The pages, apart from the one form itself, that hold something: each as often as it holds it. */
const pagesWith = (something: RegExp): string[] =>
  globSync('**/*.tsx', { cwd: source, exclude: ['form/**'] })
    .flatMap((file) => [...readFileSync(`${source}${file}`, 'utf8').matchAll(something)].map(() => file))
    .sort()

/** Who shows a form, and what it is called in the list; of a family of forms one. */
const shown: Readonly<Record<string, string>> = {
  'affairs/entryPage.tsx': 'talk.answer',
  'affairs/kindPage.tsx': 'talk.create',
  'affairs/publishOpenData.tsx': 'openData',
  'city/noteForm.tsx': 'supervisionNote.create',
  'city/shared.tsx': 'supervisionNote.close',
  'office/commandForm.tsx': 'addTask',
  'office/propose.tsx': 'topic',
  'office/register.tsx': 'person',
  'office/settings/catalogueForm.tsx': 'catalogue',
  'office/settings/officialAccount.tsx': 'officialAccount',
  'office/settings/parameterForm.tsx': 'parameters',
  'office/steps/decideApplications.tsx': 'application',
  'office/steps/templateForm.tsx': 'template',
}

/** What is typed or chosen outside the form, and why no draft of it is kept. */
const besides: Readonly<Record<string, string>> = {
  'city/city.tsx': 'which figure the map shows',
  'office/archive.tsx': 'the words of a search',
  'office/import.tsx': 'a file, which is sent as it is chosen',
  'office/steps/applications.tsx': 'ticks, which are part of the draft of their form',
  'publicPages/join.tsx': 'a resident’s, who is not signed in',
  'resident/ballot.tsx': 'a vote, which lies nowhere before it is cast',
  'resident/ballotItem.tsx': 'a vote, which lies nowhere before it is cast',
  'resident/opinion.tsx': 'a resident’s, who is not signed in',
  'shared/fields.tsx': 'the fields of these',
}

it('every form of the offices is in the list that what is typed is tried on', () => {
  expect(pagesWith(/<Form\b/g)).toEqual(Object.keys(shown))
  for (const [file, form] of Object.entries(shown)) expect(Object.keys(forms), file).toContain(form)
  expect(Object.values(forms).filter((fields) => leavesOf(fields).length > 0).length).toBeGreaterThan(80)
})

it('nobody types anything outside the form but for what needs no keeping', () => {
  const pages = pagesWith(/<(form|input|textarea|select|TextField|TextArea|Select)\b/g)
  expect([...new Set(pages)]).toEqual(Object.keys(besides))
})
