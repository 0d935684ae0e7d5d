import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type PlaceCode, tenantOf } from '@xieshang/kernel'
import { type EntryKind, roles } from '@xieshang/rules'
import { entryActsOf, entryKinds, entryStatuses } from '@xieshang/rules/registers'
import { Link } from 'wouter'
import { affairsOf, type EntryView } from '../api/affairs.ts'
import type { Me } from '../api/staff.ts'
import { Form } from '../form/form.tsx'
import { Frame } from '../office/frame.tsx'
import { entryQuery } from '../queries/registers.ts'
import { address } from '../shared/addresses.ts'
import { Loading, ProblemBox } from '../shared/parts.tsx'
import { useTexts } from '../texts/language.ts'
import { EntryChain } from './entryChain.tsx'
import { foresee } from './foresee.ts'
import { showMoment, Values } from './show.tsx'
import { entryFrom, Summary } from './summary.tsx'

type Props = { readonly me: Me; readonly division: PlaceCode; readonly kind: EntryKind; readonly id: string }

/** One entry: what was entered, what it comes to, what can be done, and everything that was done. */
export function EntryPage({ me, division, kind, id }: Props) {
  const { t, language } = useTexts()
  const county = tenantOf(division)
  const queryClient = useQueryClient()
  const query = entryQuery(county, kind, id)
  const { data: view, error, refetch } = useQuery(query)
  return (
    <Frame me={me}>
      <Link href={address.entries({ division, kind })}>{t.back}</Link>
      <ProblemBox error={error} retry={refetch} />
      {view === undefined && error === null && <Loading />}
      {view !== undefined && (
        <>
          <p className="quiet">
            {entryKinds[kind].label[language]} · {view.place.map(({ name }) => name).join(' ')}
          </p>
          <h1>{view.title[language]}</h1>
          <p>
            <span className={`badge ${view.status === 'annulled' ? 'failed' : ''}`}>
              {entryStatuses[view.status][language]}
            </span>{' '}
            {view.timing !== 'none' && (
              <span className={view.timing === 'overdue' ? 'todo late' : 'todo'}>{t.affairs.timing[view.timing]}</span>
            )}
          </p>
          <section className="card">
            <Values fields={entryKinds[kind].fields} values={view.fields} />
          </section>
          <Summary view={view} />
          <Acts me={me} view={view} kind={kind} onDone={(after) => queryClient.setQueryData(query.queryKey, after)} />
          <History view={view} kind={kind} />
          {view.chainHead !== undefined && <EntryChain view={view} kind={kind} head={view.chainHead} />}
        </>
      )}
    </Frame>
  )
}

function Acts({
  me,
  view,
  kind,
  onDone,
}: {
  me: Me
  view: EntryView
  kind: EntryKind
  onDone: (view: EntryView) => void
}) {
  const { t, language } = useTexts()
  const specs = entryActsOf(entryKinds[kind])
  if (view.open.length === 0) return null
  return (
    <section>
      <h2>{t.affairs.actions}</h2>
      {view.open.map((name) => {
        const spec = specs[name]
        if (spec === undefined) return null
        return (
          // What can be done closes when the entry moved on; what was typed stays.
          <details className="step" key={`${name} ${view.version}`} data-act={name}>
            <summary>{spec.label[language]}</summary>
            <Form
              fields={spec.fields}
              division={view.division}
              label={spec.label[language]}
              {...(name === 'annul' && { note: t.affairs.annulHint })}
              name={me.name}
              where={{ api: tenantOf(view.division), place: view.division, about: view.id, form: name }}
              refuses={(body) => foresee(me, entryFrom(view), { act: name, kind, body }, spec.fields)}
              onSend={async (body, key) => {
                onDone(await affairsOf(tenantOf(view.division)).act(kind, view.id, name, body, key))
              }}
            />
          </details>
        )
      })}
    </section>
  )
}

function History({ view, kind }: { view: EntryView; kind: EntryKind }) {
  const { t, language } = useTexts()
  const specs = entryActsOf(entryKinds[kind])
  const who = ({ name, role }: EntryView['created']['by']) =>
    role === 'system' ? name : `${name}（${roles[role].label[language]}）`
  return (
    <section>
      <h2>{t.affairs.record}</h2>
      <ol className="history">
        <li>
          {showMoment(view.created.at, language)} {who(view.created.by)} {t.affairs.created}
        </li>
        {view.acts.map((done) => (
          <li key={done.number} value={done.number}>
            {showMoment(done.at, language)} {who(done.by)}{' '}
            <strong>{specs[done.act]?.label[language] ?? done.act}</strong>
            <Values fields={specs[done.act]?.fields ?? {}} values={done.body} />
          </li>
        ))}
      </ol>
    </section>
  )
}
