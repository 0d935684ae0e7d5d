import { channels, type PostedChannel, postingTasks } from '@xieshang/rules'
import { type FormEvent, useState } from 'react'
import type { Consultation } from '../../api/staff.ts'
import { now } from '../../shared/clock.ts'
import { TextField } from '../../shared/fields.tsx'
import { ProblemBox } from '../../shared/parts.tsx'
import { showTime } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may, useCommand } from '../acting.ts'
import { Photo } from '../photo/photo.tsx'
import { handIn, PhotoField, type Picture } from '../photo/photoField.tsx'

type Posting = NonNullable<Consultation['postings']>[number]

/** P3a, P8: what must hang somewhere, what hangs there, who put it up, when and where, with a photo. */
export function Postings({ acting, of }: { acting: Acting; of: Posting['of'] }) {
  const { t, language } = useTexts()
  const { consultation } = acting
  const tasks = postingTasks(consultation).filter((task) => task.of === of)
  const latest = Math.max(...tasks.map(({ number }) => number))
  const own = consultation.postings.filter((one) => one.of === of)
  if (tasks.length === 0) return null
  return (
    <section className="inner">
      <h3>{t.postings.heading}</h3>
      {tasks
        .filter(({ number }) => number === latest)
        .map(({ channel, number, postedAt }) => {
          const here = own.filter((one) => one.channel === channel && one.number === number)
          const failed = postedAt === undefined && here.some((one) => one.failed === true)
          return (
            <section className="fact" key={channel}>
              <h4>
                {channels[channel].label[language]}{' '}
                <span className={`badge ${postedAt === undefined ? 'waiting' : 'passed'}`}>
                  {postedAt === undefined ? t.postings.waiting : showTime(postedAt, language)}
                </span>
              </h4>
              {failed && <p className="warning">{t.postings.failed}</p>}
              {here.map((one) => (
                <One key={`${one.at}/${one.postedAt}`} acting={acting} posting={one} />
              ))}
              {postedAt === undefined && may(acting, 'recordPosting') && (
                <Form acting={acting} of={of} channel={channel} />
              )}
            </section>
          )
        })}
    </section>
  )
}

function One({ acting, posting: { poster, place, note, photo } }: { acting: Acting; posting: Posting }) {
  const { t } = useTexts()
  return (
    <>
      <p>
        {t.postings.by(poster, place)} <span className="quiet">{note}</span>
      </p>
      {photo !== undefined && <Photo acting={acting} photo={photo} />}
    </>
  )
}

function Form({ acting, of, channel }: { acting: Acting; of: Posting['of']; channel: PostedChannel }) {
  const { t } = useTexts()
  const { send, error, busy } = useCommand(acting)
  const [picture, setPicture] = useState<Picture>()
  const [poster, setPoster] = useState(acting.me.name)
  const [place, setPlace] = useState('')
  const [note, setNote] = useState('')
  const [failure, setFailure] = useState<unknown>()
  async function submit(): Promise<void> {
    setFailure(undefined)
    const photo = picture === undefined ? undefined : await handIn(acting, picture)
    await send('recordPosting', {
      of,
      channel,
      postedAt: now().toISOString(),
      poster,
      place,
      note,
      ...(photo !== undefined && { photo }),
    })
  }
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        submit().catch(setFailure)
      }}
    >
      <div className="pair">
        <TextField label={t.postings.poster} value={poster} max={40} onChange={setPoster} />
        <TextField
          label={channels[channel].by === 'system' ? t.postings.account : t.postings.place}
          value={place}
          max={80}
          onChange={setPlace}
        />
      </div>
      <PhotoField picture={picture} onChange={setPicture} />
      <TextField label={t.postings.noPhoto} value={note} max={300} required={false} onChange={setNote} />
      <ProblemBox error={failure ?? error} />
      <button type="submit" className="primary" disabled={busy}>
        {t.postings.record}
      </button>
    </form>
  )
}
