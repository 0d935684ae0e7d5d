import { may, text } from '@xieshang/kernel'
import * as z from 'zod'
import { byOf } from '../consultation/by.ts'
import { day, identifier, prose, words } from '../consultation/primitives.ts'
import { forbidden, type Refusal, ruleRefusal } from '../consultation/refusal.ts'
import type { SettingContext, SettingDecision } from '../parameters/set.ts'
import { datedProblem, inForceOn, nextVersion } from '../settings/dated.ts'
import { keysOf } from '../taxonomy/keys.ts'
import { baseCatalogue, type Catalogue, type Matter, relations } from './base.ts'

const label = z.strictObject({ zh: words(100), en: prose(200).default('') })
const mostMatters = 200

export const setCatalogueSchema = z.strictObject({
  /** First day in Asia/Shanghai on which a new topic is filed under it. */
  effectiveFrom: day,
  reason: words(500),
  /** Matters that the county adds; each gets a code that lasts. */
  add: z
    .array(z.strictObject({ relation: z.enum(keysOf(relations)), label, assembly: z.boolean().default(false) }))
    .max(50)
    .default([]),
  /** Changes to matters of the version before. What is not named stays as it is. */
  change: z
    .array(
      z.strictObject({
        code: identifier(20),
        label: label.optional(),
        assembly: z.boolean().optional(),
        withdrawn: z.boolean().optional(),
      }),
    )
    .max(mostMatters)
    .default([]),
})

export type SetCatalogue = z.output<typeof setCatalogueSchema>

const labelOf = ({ zh, en }: z.output<typeof label>) => text(zh, en === '' ? zh : en)

/** The number a county gave to a matter of its own, e.g. 331102-3, so that none is ever given twice; the policy's have none. */
const ownNumber = (code: string): number => Number(code.split('-')[1] ?? 0)

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
