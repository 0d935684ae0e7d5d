import { proposerKinds } from '@xieshang/rules'
import { type FormEvent, useState } from 'react'
import { TextArea, TextField } from '../../shared/fields.tsx'
import { ProblemBox } from '../../shared/parts.tsx'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may, useCommand } from '../acting.ts'
import { TopicForm } from '../topicForm.tsx'
import { Procedure } from './procedure.tsx'

/** P1b: the topic, and its registration or return. */
export function TopicStep({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { topic, registered, returned, step, division, villages, procedure } = acting.consultation
  const { send, error, busy } = useCommand(acting)
  const [party, setParty] = useState('')
  const [committee, setCommittee] = useState('')
  const [reason, setReason] = useState('')
  // P9e: the township sets the steps first.
  const mayRegister = may(acting, 'registerTopic') && (villages === undefined || procedure !== undefined)
  const register = (event: FormEvent) => {
    event.preventDefault()
    void send('registerTopic', { party, committee })
  }
  const giveBack = (event: FormEvent) => {
    event.preventDefault()
    void send('returnTopic', { reason })
  }
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
          {may(acting, 'resubmitTopic') && (
            <TopicForm
              label={t.resubmit}
              village={division}
              first={{
                title: topic.title,
                description: topic.description,
                matter: topic.matter,
                publicInterest: topic.publicInterest,
                proposers: [...topic.proposers],
              }}
              onSend={async (fields) => {
                await send('resubmitTopic', fields)
              }}
            />
          )}
        </>
      )}
      {step === 'proposed' && mayRegister && (
        <>
          <form onSubmit={register}>
            <div className="pair">
              <TextField label={t.party} value={party} max={40} onChange={setParty} />
              <TextField label={t.committee} value={committee} max={40} onChange={setCommittee} />
            </div>
            <button type="submit" className="primary" disabled={busy}>
              {t.registerTopic}
            </button>
          </form>
          <details>
            <summary>{t.returnTopic}</summary>
            <form onSubmit={giveBack}>
              <TextArea label={t.reason} value={reason} max={500} onChange={setReason} />
              <button type="submit" disabled={busy}>
                {t.returnTopic}
              </button>
            </form>
          </details>
        </>
      )}
      <ProblemBox error={error} />
    </>
  )
}
