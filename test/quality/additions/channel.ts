import type { Scratch } from './scratch.ts'

const declaration = `import { chosen, everybodyChannel, noticeOf } from './declare.ts'

/** The village's loudspeaker reads each notice out. */
export const loudspeaker = everybodyChannel('loudspeaker', {
  tells: {
    NoticeIssued: {
      when: chosen('loudspeaker'),
      of: noticeOf,
      says: ({ data }, _state, { place }) => \`\${place}：\${data.text}\`,
    },
  },
  does: 'has notices read out',
  queue: { seconds: 30, receives: 5 },
  sender: {
    by: 'https',
    parameter: 'LoudspeakerEndpoint',
    variable: 'LOUDSPEAKER_ENDPOINT',
    address: 'https://loudspeaker.example',
    description: 'Where the loudspeakers of the county are spoken to',
  },
})
`

const handler = `import { declared } from '@xieshang/channels'
import { posterOn } from '../telling/poster.ts'

/** Has notices read out. */
export const handler = posterOn(declared.loudspeaker, ({ endpoint }) => async (text) => {
  const { ok } = await fetch(endpoint, { method: 'POST', body: text })
  return ok ? { kind: 'posted', note: '已播出' } : { kind: 'unanswered', note: '广播没有应答' }
})
`

/** A loudspeaker that receives a text for each notice. */
export function addChannel({ write, insert }: Scratch): void {
  insert(
    'packages/rules/src/taxonomy/procedure.ts',
    "  sms: { label: text('短信平台'",
    "  loudspeaker: { label: text('村广播', 'Loudspeaker'), by: 'system', evidence: ['posting'] },\n",
  )
  write('packages/channels/src/loudspeaker.ts', declaration)
  insert(
    'packages/channels/src/channels.ts',
    'import { officialAccount }',
    "import { loudspeaker } from './loudspeaker.ts'\n",
  )
  insert('packages/channels/src/channels.ts', '  screen,\n', '  loudspeaker,\n')
  write('functions/src/loudspeaker/handler.ts', handler)
}

/** Prints the resources of a county's template. */
export const templateScript = `
  import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
  import { cityApp } from './infra/src/app.ts'
  for (const name of readdirSync('functions/src')) mkdirSync(\`.build/functions/\${name}\`, { recursive: true })
  mkdirSync('packages/web/dist', { recursive: true })
  writeFileSync('packages/web/dist/index.html', '')
  const app = cityApp({ counties: [{ code: '331102', name: '莲都区' }], outdir: '.build/templates' })
  const { template } = app.synth().getStackByName('Xieshang331102')
  process.stdout.write(JSON.stringify(Object.values(template.Resources)))
`
