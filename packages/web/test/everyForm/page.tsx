import { placeCodeOf } from '@xieshang/kernel'
import { baseCatalogue } from '@xieshang/rules'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { Consultation } from '../../src/api/staff.ts'
import { Form } from '../../src/form/form.tsx'
import type { Acting } from '../../src/office/acting.ts'
import { Queries } from '../../src/queries/provider.tsx'
import { forms, leavesOf, opened } from './forms.ts'
import { type } from './type.ts'

declare global {
  /** What a test asks of the page: to type, that a colleague acts, and which forms were sent. */
  var harness: { readonly type: typeof type; readonly act: () => void; readonly sent: string[] }
}

const county = placeCodeOf('331102')
const village = placeCodeOf('331102001001')
const sent: string[] = []
const asked = new URLSearchParams(location.search)
/** Of the many forms those that have more fields than this are shown, or one by its name. */
const [least, only] = [Number(asked.get('least')), asked.get('only')]
const state = (await (await fetch('/state.json')).json()) as Consultation

const acting: Acting = {
  me: { name: '经办人', role: 'village', division: { code: village, name: '村', kind: 'village' }, path: [] },
  county,
  consultation: state,
  seats: [1, 2, 3].map((seat) => ({
    ...{ seat, person: `p${seat}`, name: `居民${seat}`, votes: true },
    category: 'resident',
    class: 'localResident',
    sms: 'none',
  })),
  told: '',
  doorToDoor: '',
  noPhone: '',
  unanswered: { opinions: 0, feedback: 0 },
  onDone: async () => undefined,
  reload: () => undefined,
}

const known = { round: 1, session: 1, item: 1, task: 1, body: 0, channel: 'door', step: 'suggestion' }

function Page() {
  const [version, setVersion] = useState(1)
  globalThis.harness = { type, act: () => setVersion(version + 1), sent }
  return Object.entries(forms)
    .filter(([name, fields]) => leavesOf(fields).length > least && (only ?? name) === name)
    .map(([name, fields]) => (
      // What a colleague does makes another version, and with it the forms anew.
      <section key={`${name} ${version}`} data-form={name}>
        <h2>{name}</h2>
        <Form
          fields={opened(fields)}
          division={village}
          label={name}
          name="经办人"
          acting={acting}
          ground={{ state: { ...state, version }, known, matters: baseCatalogue.matters }}
          version={version}
          where={{ api: county, place: village, about: state.id, form: name }}
          onSend={async () => void sent.push(name)}
        />
      </section>
    ))
}

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root')
createRoot(root).render(
  <Queries>
    <Page />
  </Queries>,
)
