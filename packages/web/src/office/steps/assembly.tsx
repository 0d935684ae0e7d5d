import { type AssemblyKind, assemblies, assemblyResults, isFiled } from '@xieshang/rules'
import { assemblyNeeds, disputed } from '@xieshang/rules/deciding'
import type { Consultation } from '../../api/staff.ts'
import { showDay } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import type { Acting } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'

type Escalation = Consultation['escalations'][number]

/** P9d: what the consultation could not settle goes to the assembly, and its vote comes back. */
export function AssemblyStep({ acting }: { acting: Acting }) {
  const { t } = useTexts()
  const { consultation } = acting
  return (
    <>
      <p className="quiet">{t.assemblyHint}</p>
      {consultation.escalations.map((escalation) => (
        <One key={escalation.escalation} acting={acting} escalation={escalation} />
      ))}
      {!isFiled(consultation) && disputed(consultation).length > 0 && (
        <CommandForm acting={acting} command="escalate" />
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

function Vote({ acting, escalation: { escalation, to } }: { acting: Acting; escalation: Escalation }) {
  return (
    <CommandForm
      acting={acting}
      command="recordAssembly"
      known={{ escalation }}
      aside={({ members, attended }) => <Quorum kind={to} members={Number(members)} attended={Number(attended)} />}
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
