import type { Scratch } from './scratch.ts'

const rule = `import { text } from '@xieshang/kernel'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { choice, count, type Fields, line, longOrNone, type Values } from '../fields/index.ts'
import { isFiled } from '../filing/state.ts'
import { visitKinds } from './state.ts'

export const noteVisitFields = {
  visitor: line(text('走访人', 'Who visited'), 40),
  households: count(text('走访户数', 'Households visited'), 1, 5000),
  kind: { ...choice(text('谁组织的走访', 'Whose visit it was'), visitKinds), first: () => 'own' },
  note: longOrNone(text('走访情况', 'What was found')),
} satisfies Fields

/** P10a: somebody goes from house to house and notes what was found. */
export function noteVisit(state: Consultation, command: Values<typeof noteVisitFields>): Decision {
  if (!isFiled(state)) return refuse(stateRefusal('P10a', 'notFiled'))
  return accept({ type: 'VisitNoted', data: command })
}
`

const line = `  noteVisit: command('P10a', text('登记走访', 'Note a visit'), noteVisitFields, noteVisit, {
    rests: ['supervision'],
    afterClosing: true,
  }),
`

const kinds = `
/** P10a: whose visit it was. */
export const visitKinds = {
  own: text('村（社区）组织', 'Of the village'),
  outside: text('其他单位组织', 'Of another body'),
} as const

export type VisitKind = keyof typeof visitKinds
`

const shape = `  /** Absent while there is none. */
  visits: z
    .array(
      z.object({
        ...stampShape,
        visitor: z.string(),
        households: z.int(),
        kind: z.enum(['own', 'outside']),
        note: z.string(),
      }),
    )
    .optional(),
`

/** A command with its event, fields and words, and its place in the step of supervision. */
export function addCommand({ insert, write }: Scratch): void {
  const room = 'packages/rules/src/supervision'
  write(`${room}/visits.ts`, rule)
  insert(`${room}/commands.ts`, '  reportToSupervisors: command(', line)
  insert(
    `${room}/commands.ts`,
    '\nexport const supervisionCommands',
    "import { noteVisit, noteVisitFields } from './visits.ts'\n",
  )
  const data = '  VisitNoted: { visitor: string; households: number; kind: VisitKind; note: string }\n'
  insert(`${room}/events.ts`, '  SupervisionNoted: {', data)
  insert(`${room}/events.ts`, '\nexport type SupervisionEvents', "import type { VisitKind } from './state.ts'\n")
  const said = "  VisitNoted: happened(['supervision'], text('登记走访', 'noted a visit')),\n"
  insert(`${room}/events.ts`, '  SupervisionNoted: happened(', said)
  const evolve =
    '  VisitNoted: (state, data, stamp) => ({ visits: [...(state.visits ?? []), { ...stamp, ...data }] }),\n'
  insert(`${room}/evolve.ts`, '  SupervisionNoted: (state', evolve)
  insert(`${room}/state.ts`, '  supervision: z.array(', shape)
  insert(`${room}/state.ts`, '\nexport const supervisionShape', kinds)
  insert(`${room}/state.ts`, 'import * as z', "import { text } from '@xieshang/kernel'\n")
  const form = '      <CommandForm acting={acting} command="noteVisit" />\n'
  insert('packages/web/src/office/steps/supervision.tsx', "      {may(acting, 'nameSupervisors')", form)
}

/** Where the trial of the command lies. */
export const trialFile = 'packages/web/src/added.unit.test.tsx'

/** What its developer would try: the form shows its fields, and the document has its operation. */
export const trial = `import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { countyDocument } from '../../http/src/documents.ts'
import { severalVillages } from '../../rules/test/walks.ts'

it('shows the form of the command that was added, and describes its operation', async () => {
  vi.stubGlobal('localStorage', { getItem: () => null })
  vi.stubGlobal('document', { documentElement: {}, addEventListener: () => undefined })
  vi.stubGlobal('window', { addEventListener: () => undefined })
  const { SupervisionStep } = await import('./office/steps/supervision.tsx')
  const { state } = severalVillages()
  const division = { code: state.division, name: '', kind: 'village' as const }
  const acting = {
    me: { name: '经办人1', role: 'township' as const, division: { ...division, code: state.division.slice(0, 9) }, path: [] },
    county: '331102',
    consultation: state as never,
    seats: [],
    told: '',
    doorToDoor: '',
    noPhone: '',
    onDone: () => undefined,
    reload: () => undefined,
  }
  const page = renderToStaticMarkup(<SupervisionStep acting={acting} />)
  for (const words of ['走访人', '走访户数', '谁组织的走访', '走访情况', '登记走访']) expect(page).toContain(words)
  const { paths } = countyDocument('331102') as { paths: Record<string, { post?: unknown }> }
  expect(JSON.stringify(paths['/consultations/{id}/note-visit']?.post)).toContain('households')
})
`
