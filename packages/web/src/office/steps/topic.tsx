import { proposerKinds } from '@xieshang/rules'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'
import { Procedure } from './procedure.tsx'

/** P1b: the topic, and its registration or return. */
export function TopicStep({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { topic, registered, returned, step, villages, procedure } = acting.consultation
  // P9e: the township sets the steps first.
  const mayRegister = may(acting, 'registerTopic') && (villages === undefined || procedure !== undefined)
  return (
    <>
      <p className="text">{topic.description}</p>
      <p className="quiet">
        {topic.matter} {topic.asFiled.label[language]}
      </p>
      <p className="quiet">
        {topic.proposers.map(({ kind, name }) => `${name}（${proposerKinds[kind][language]}）`).join('、')}
      </p>
      <Procedure acting={acting} />
      {registered !== undefined && <p className="good">{t.registeredBy(registered.party, registered.committee)}</p>}
      {step === 'returned' && returned !== undefined && (
        <>
          <p className="problem">
            {t.returnedBecause}
            {returned.reason}
          </p>
          <CommandForm acting={acting} command="resubmitTopic" label={t.resubmit} />
        </>
      )}
      {step === 'proposed' && mayRegister && (
        <>
          <CommandForm acting={acting} command="registerTopic" />
          <details>
            <summary>{t.returnTopic}</summary>
            <CommandForm acting={acting} command="returnTopic" label={t.returnTopic} />
          </details>
        </>
      )}
    </>
  )
}
