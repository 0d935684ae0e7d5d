import { may, text } from '@xieshang/kernel'
import * as z from 'zod'
import { byOf } from '../consultation/by.ts'
import { identifier, prose, words } from '../consultation/primitives.ts'
import { forbidden, type Refusal, ruleRefusal } from '../consultation/refusal.ts'
import { choice, type Fields, group, known, line, optional, rows, schemaOf, tick } from '../fields/index.ts'
import type { SettingContext, SettingDecision } from '../parameters/set.ts'
import { datedProblem, inForceOn, nextVersion } from '../settings/dated.ts'
import { versionFields } from '../settings/versionFields.ts'
import { baseCatalogue, type Catalogue, type Matter, relations } from './base.ts'

const label = z.strictObject({ zh: words(100), en: prose(200).default('') })
const mostMatters = 200

const toAssembly = tick(text('由村（居）民会议决定（五议两公开）', 'Belongs to the assembly (five deliberations)'))
const matterName = () => ({
  ...group(text('事项', 'Matter'), { zh: line(text('事项名称', 'Name of the matter'), 100) }),
  schema: label,
})

const newFields = {
  relation: { ...choice(text('类别', 'Relation'), relations), first: () => 'M2' },
  label: matterName(),
  assembly: { ...toAssembly, schema: z.boolean().default(false) },
} satisfies Fields

const changeFields = {
  code: known(identifier(20)),
  /** Left out where it stays; once it is typed into, it is not to be empty. */
  label: { ...matterName(), schema: label.optional() },
  assembly: optional(toAssembly),
  withdrawn: optional(tick(text('停用', 'Withdraw'))),
} satisfies Fields

/** M6: what a county changes of its catalogue, for the topics that are proposed from a day on. */
export const setCatalogueFields = {
  ...versionFields,
  /** Matters that the county adds; each gets a code that lasts. */
  add: {
    ...rows(text('新增事项', 'New matters'), newFields),
    add: text('新增事项', 'Add a matter'),
    optional: true,
    schema: z.array(schemaOf(newFields)).max(50).default([]),
  },
  /** Changes to matters of the version before. What is not named stays as it is. */
  change: {
    input: 'matters',
    of: changeFields,
    label: text('调整现有事项', 'Changes to the matters'),
    optional: true,
    schema: z.array(schemaOf(changeFields)).max(mostMatters).default([]),
  },
} satisfies Fields

export const setCatalogueSchema = schemaOf(setCatalogueFields)

export type SetCatalogue = z.output<typeof setCatalogueSchema>

const labelOf = ({ zh, en }: z.output<typeof label>) => text(zh, en === '' ? zh : en)

/** The number a county gave to a matter of its own, e.g. 331102-3, so that none is ever given twice; the policy's have none. */
const ownNumber = (code: string): number => Number(code.split('-')[1] ?? 0)

/** M6: a version that is as the one before says nothing. */
export const changesNothing = ({ add, change }: SetCatalogue): Refusal | undefined =>
  add.length + change.length === 0 ? ruleRefusal('M6', 'nothingChanged') : undefined

function changeProblem(change: SetCatalogue['change'], before: readonly Matter[]): Refusal | undefined {
  const codes = change.map(({ code }) => code)
  for (const [index, { code, assembly }] of change.entries()) {
    const field = `change.${index}`
    if (!before.some((matter) => matter.code === code))
      return ruleRefusal('M6', 'matterUnknown', { field: `${field}.code`, params: { matter: code } })
    if (codes.indexOf(code) !== index)
      return ruleRefusal('M6', 'matterTwice', { field: `${field}.code`, params: { matter: code } })
    const byLaw = baseCatalogue.matters.some((matter) => matter.code === code && matter.assembly)
    if (assembly === false && byLaw)
      return ruleRefusal('M6', 'assemblyByLaw', { field: `${field}.assembly`, params: { matter: code } })
  }
  return undefined
}

function sameLabel(matters: readonly Matter[]): Matter | undefined {
  const key = (matter: Matter) => `${matter.relation}|${matter.label.zh}`
  const active = matters.filter(({ withdrawn }) => withdrawn !== true)
  return active.find((matter, index) => active.findIndex((other) => key(other) === key(matter)) !== index)
}

/**
 * M6: a county keeps its own dated catalogue on the policy's: it adds matters with lasting codes, rewords or withdraws
 * one, and gives more of them to the assembly. What law gives to the assembly stays there.
 */
export function setCatalogue(
  command: SetCatalogue,
  { now, actor, versions }: SettingContext<Catalogue>,
): SettingDecision<Catalogue> {
  const refuse = (refusal: Refusal): SettingDecision<Catalogue> => ({ kind: 'refused', refusal })
  if (!may(actor, 'administer', actor.division)) return refuse(forbidden('M6', 'countyOnly'))
  const { effectiveFrom, reason, add, change } = command
  const before = (inForceOn(versions, effectiveFrom)?.content ?? baseCatalogue).matters
  const problem = datedProblem('M6', versions, effectiveFrom, now) ?? changeProblem(change, before)
  if (problem !== undefined) return refuse(problem)
  const used = Math.max(0, ...versions.flatMap(({ content }) => content.matters.map(({ code }) => ownNumber(code))))
  const matters: Matter[] = [
    ...before.map((matter): Matter => {
      const { label: words, ...rest } = change.find(({ code }) => code === matter.code) ?? {}
      return { ...matter, ...rest, ...(words !== undefined && { label: labelOf(words) }) }
    }),
    ...add.map(
      (one, index): Matter => ({ ...one, label: labelOf(one.label), code: `${actor.division}-${used + index + 1}` }),
    ),
  ]
  const twice = sameLabel(matters)
  if (twice !== undefined) return refuse(ruleRefusal('M6', 'matterTwice', { params: { matter: twice.label } }))
  if (matters.length > mostMatters)
    return refuse(ruleRefusal('M6', 'tooManyMatters', { params: { most: mostMatters } }))
  if (matters.every(({ withdrawn }) => withdrawn === true)) return refuse(ruleRefusal('M6', 'nothingLeft'))
  const version = nextVersion(versions, effectiveFrom)
  const by = byOf(actor)
  return {
    kind: 'accepted',
    version: { version, effectiveFrom, reason, at: now, by, content: { version, matters } },
  }
}
