import { assemblies, assemblyResults } from '@xieshang/rules'
import type { PublicConsultation } from '../api/open.ts'
import { showDay } from '../shared/time.ts'
import { useTexts } from '../texts/language.ts'

type Followed = NonNullable<PublicConsultation['followUp']>

/** P9d: how the assembly or the representatives voted. */
export function AssemblyVotes({ votes }: { votes: Followed['assemblyVotes'] }) {
  const { t, language } = useTexts()
  if (votes.length === 0) return null
  return (
    <section className="card">
      <h2>{t.stepAssembly}</h2>
      {votes.map((vote) => (
        <div key={`${vote.to}${vote.heldOn}${vote.items[0]?.item}`}>
          <p>
            <strong>{assemblies[vote.to].label[language]}</strong>{' '}
            <span className="quiet">
              {t.assemblyHeld(showDay(vote.heldOn, language), vote.members, vote.attended, vote.needed)}
            </span>
          </p>
          <ul className="plain-list">
            {vote.items.map((one) => (
              <li key={one.item}>
                {t.item(one.item)}：{t.yes} {one.yes}，{t.no} {one.no}，{t.abstain} {one.abstain}{' '}
                <span className={`badge ${one.result}`}>{assemblyResults[one.result][language]}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

/** P12: the five deliberations and two publications. */
export function MajorSteps({ steps }: { steps: Followed['majorSteps'] }) {
  const { t, language } = useTexts()
  if (steps.length === 0) return null
  return (
    <section className="card">
      <h2>{t.stepMajor}</h2>
      <ul className="plain-list">
        {steps.map((step) => (
          <li key={`${step.label}${step.heldOn}${step.vote?.yes ?? ''}`}>
            <strong>{step.label}</strong> <span className="quiet">{step.body}</span>
            <p className="quiet">
              {step.until === undefined
                ? showDay(step.heldOn, language)
                : t.fromUntil(showDay(step.heldOn, language), showDay(step.until, language))}{' '}
              {step.vote !== undefined && (
                <>
                  {t.majorVote(step.vote)}{' '}
                  <span className={`badge ${step.vote.passed ? 'passed' : 'failed'}`}>
                    {step.vote.passed ? t.results.passed : t.results.failed}
                  </span>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
