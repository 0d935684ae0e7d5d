import { isOfficerRole, rolesWith, type Verb } from '@xieshang/kernel'
import { type CommandType, text } from '@xieshang/rules'
import { commandPath, commands } from '@xieshang/rules/deciding'
import type * as z from 'zod'
import type { Operation } from '../operation.ts'
import { consultationViewSchema } from '../schemas/consultation.ts'
import { params } from './consultations.ts'

type CommandOperation = Operation<
  typeof params,
  z.ZodUndefined,
  z.ZodType,
  { schema: typeof consultationViewSchema },
  Verb
>

/** Of a list longer than a page the seats make themselves; the consultation says how many are still to be made. */
const goesOn = { 202: text('已确定，席位正在生成', 'Fixed; its seats are being made') }

/** One operation for each command an officer may give; its id is the command's type. */
export const commandOperations = Object.entries(commands).flatMap(([type, spec]): CommandOperation[] => {
  if (!rolesWith(spec.verb).some(isOfficerRole)) return []
  return [
    {
      id: type,
      method: 'post',
      path: `/consultations/{id}/${commandPath(type as CommandType)}`,
      summary: spec.label,
      clause: spec.clause,
      verb: spec.verb,
      params,
      body: spec.schema,
      answer: { schema: consultationViewSchema },
      idempotent: true,
      ifMatch: !spec.additive,
      ...(type === 'closeRound' && { status: 202 as const }),
      ...(type === 'fixParticipants' && { also: goesOn }),
    },
  ]
})
