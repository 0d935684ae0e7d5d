import { type AssemblyKind, assemblies, assemblyNeeds, assemblyResults, dayOf, isFiled, keysOf } from '@xieshang/rules'
import type { Consultation } from '../../api/staff.ts'
import { now } from '../../shared/clock.ts'
import { showDay } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import type { Acting } from '../acting.ts'
import { CommandForm } from '../form/commandForm.tsx'

type Escalation = Consultation['escalations'][number]

/** Items that could be handed over: not passed, not under vote, and neither there now nor turned down there. */
const disputed = ({ items, rounds, escalations }: Consultation) =>
  items.filter(({ item, status }) => {
    const latest = escalations.findLast(({ items: given }) => given.includes(item))
    const turnedDown = latest?.vote?.items.some((one) => one.item === item && one.result === 'failed') === true
    return (
      status !== 'passed' &&
      !rounds.some((round) => round.status !== 'closed' && round.items.includes(item)) &&
      (latest === undefined || (latest.vote !== undefined && !(turnedDown && status === 'failed')))
    )
  })

/** P9d: what the consultation could not settle goes to the assembly, and its vote comes back. */
export function AssemblyStep({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { consultation } = acting
  const items = disputed(consultation)
  return (
    <>
      <p className="quiet">{t.assemblyHint}</p>
      {consultation.escalations.map((escalation) => (
        <One key={escalation.escalation} acting={acting} escalation={escalation} />
      ))}
      {!isFiled(consultation) && items.length > 0 && (
        <CommandForm
          acting={acting}
          command="escalate"
          fields={{
            to: {
              kind: 'choice',
              label: t.assemblyKind,
              options: keysOf(assemblies).map((value) => ({
                value,
                label: `${assemblies[value].label[language]}（${t.assemblyQuorum(assemblies[value])}）`,
              })),
            },
            items: {
              kind: 'ticks',
              label: t.whichItems,
              options: items.map(({ item, title }) => ({ value: String(item), label: `${t.item(item)} ${title}` })),
            },
            reason: { kind: 'text', label: t.assemblyReason, max: 500 },
          }}
          body={({ to, items: chosen, reason }) => ({ to, items: chosen.map(Number), reason })}
        />
      )}
    </>
  )
}

function One({ acting, escalation }: { acting: Acting; escalation: Escalation }) {
  const { t, language } = useTexts()
  const { to, items, reason, vote } = escalation
  return (
    <section className="inner fact">
      <h3>
        {assemblies[to].label[language]} · {items.map(t.item).join('、')}
      </h3>
      <p>{reason}</p>
      {vote === undefined ? (
        <Vote acting={acting} escalation={escalation} />
      ) : (
        <>
          <p className="quiet">
            {t.assemblyHeld(showDay(vote.heldOn, language), vote.members, vote.attended, vote.needed)}
          </p>
          <ul className="plain-list">
            {vote.items.map((one) => (
              <li key={one.item}>
                {t.item(one.item)}：{t.yes} {one.yes}，{t.no} {one.no}，{t.abstain} {one.abstain}{' '}
                <span className={`badge ${one.result}`}>{assemblyResults[one.result][language]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Vote({ acting, escalation }: { acting: Acting; escalation: Escalation }) {
  const { t } = useTexts()
  const { consultation } = acting
  const titleOf = (item: number) => consultation.items.find((one) => one.item === item)?.title ?? ''
  return (
    <CommandForm
      acting={acting}
      command="recordAssembly"
      fields={{
        heldOn: { kind: 'day', label: t.heldOn, first: dayOf(now().toISOString()) },
        members: { kind: 'number', label: t.members },
        attended: { kind: 'number', label: t.attendedCount },
        votes: {
          kind: 'counts',
          label: t.assemblyVotes,
          items: escalation.items.map((item) => ({ item, title: titleOf(item) })),
        },
      }}
      body={(values) => ({ escalation: escalation.escalation, ...values })}
      aside={({ members, attended }) => <Quorum kind={escalation.to} members={members} attended={attended} />}
    />
  )
}

function Quorum({ kind, members, attended }: { kind: AssemblyKind; members: number; attended: number }) {
  const { t } = useTexts()
  if (!(members > 0)) return null
  const needed = assemblyNeeds(kind, members)
  return (
    <p role="status" className={attended >= needed && attended <= members ? 'good' : 'warning'}>
      {t.assemblyNeeds(members, needed)}
    </p>
  )
}
