import { type Channel, channels, keysOf, noSeats, seatsIn, sizeOf } from '@xieshang/rules'
import { type FormEvent, useState } from 'react'
import type { Seat } from '../../api/staff.ts'
import { now } from '../../shared/clock.ts'
import { Choices, TextArea, TextField, TimeField } from '../../shared/fields.tsx'
import { ProblemBox } from '../../shared/parts.tsx'
import { instantOf, localOf, showTime } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import type { Texts } from '../../texts/zh.ts'
import { type Acting, may, untoldOf, useCommand } from '../acting.ts'
import { Photo } from '../photo/photo.tsx'
import { handIn, PhotoField, type Picture } from '../photo/photoField.tsx'
import { ScreenLink } from '../screenLink.tsx'
import { SeatPages } from '../seatPages.tsx'
import { Opinions } from './opinions.tsx'
import { Postings } from './postings.tsx'

const hour = 3_600_000
const channelNames = keysOf(channels)

/** P3: the notice, who was told and how, the door-to-door list, and opinions with their answers. */
export function NoticeStep({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { list, notices } = acting.consultation
  const notice = notices.at(-1)
  if (list === undefined) return <p className="quiet">—</p>
  if (notice === undefined)
    return may(acting, 'issueNotice') ? <NoticeForm acting={acting} /> : <p className="quiet">—</p>
  return (
    <>
      <p className="text">{notice.text}</p>
      <p>
        {showTime(notice.meeting.at, language)}　{notice.meeting.place}
      </p>
      <p className="quiet">
        {notice.channels.map((channel) => channels[channel].label[language]).join('、')} · {t.opinionsUntil}{' '}
        {showTime(notice.opinionsUntil, language)}
      </p>
      <ScreenLink channels={notice.channels} consultation={acting.consultation} />
      <Postings acting={acting} of="notice" />
      <Told acting={acting} />
      <DoorPhotos acting={acting} />
      <Door acting={acting} />
      <Opinions acting={acting} kind="opinion" />
    </>
  )
}

function NoticeForm({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { send, error, busy } = useCommand(acting)
  const [text, setText] = useState(acting.consultation.topic.description)
  const [material, setMaterial] = useState({ title: '', text: '' })
  const [meetingAt, setMeetingAt] = useState(() => localOf(new Date(now().getTime() + 72 * hour)))
  const [place, setPlace] = useState('')
  const [until, setUntil] = useState(() => localOf(new Date(now().getTime() + 48 * hour)))
  const [chosen, setChosen] = useState<Channel[]>(['sms', 'website'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send('issueNotice', {
      text,
      materials: [material],
      meeting: { at: instantOf(meetingAt), place },
      opinionsUntil: instantOf(until),
      channels: chosen,
    })
  }
  return (
    <form onSubmit={submit}>
      <TextArea label={t.noticeText} value={text} max={1000} onChange={setText} />
      <TextField
        label={t.materialTitle}
        value={material.title}
        onChange={(title) => setMaterial({ ...material, title })}
      />
      <TextArea
        label={t.materialText}
        value={material.text}
        max={5000}
        onChange={(value) => setMaterial({ ...material, text: value })}
      />
      <div className="pair">
        <TimeField label={t.meetingAt} value={meetingAt} onChange={setMeetingAt} />
        <TextField label={t.meetingPlace} value={place} onChange={setPlace} />
        <TimeField label={t.opinionsUntil} value={until} onChange={setUntil} />
      </div>
      <Choices
        legend={t.channels}
        chosen={chosen}
        onChange={setChosen}
        options={channelNames.map((value) => ({ value, label: channels[value].label[language] }))}
      />
      <ProblemBox error={error} />
      <button type="submit" className="primary" disabled={busy || chosen.length === 0}>
        {busy ? t.waiting : t.issueNotice}
      </button>
    </form>
  )
}

const smsText = (t: Texts, { sms, smsProblem }: Seat): string =>
  smsProblem === undefined ? t.smsState[sms] : `${t.smsState[sms]}（${t.smsProblem[smsProblem]}）`

function Told({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const how = (seat: Seat) =>
    seat.told === undefined
      ? t.notTold
      : `${t.told} · ${channels[seat.told.channel].label[language]} ${showTime(seat.told.at, language)}`
  return (
    <details>
      <summary>{t.toldSummary(sizeOf(acting.told), acting.consultation.list?.listed ?? 0)}</summary>
      <SeatPages acting={acting}>
        {(seats) => (
          <ul className="names">
            {seats.map((seat) => (
              <li key={seat.seat}>
                {seat.name}{' '}
                <span className={seat.told === undefined ? 'badge failed' : 'badge passed'}>{how(seat)}</span>
                <span className="quiet">
                  {' '}
                  {seat.phone ?? ''} {smsText(t, seat)} {seat.reply === undefined ? '' : t.reply[seat.reply]}
                </span>
              </li>
            ))}
          </ul>
        )}
      </SeatPages>
    </details>
  )
}

/** What shows that somebody was at the door. */
function DoorPhotos({ acting }: { acting: Acting }) {
  const { t } = useTexts()
  return acting.consultation.tellings.map(({ at, teller, note, photo }) =>
    photo === undefined ? null : (
      <p key={at}>
        {t.postings.by(teller, note)} <Photo acting={acting} photo={photo} />
      </p>
    ),
  )
}

function Door({ acting }: { acting: Acting }) {
  const { t } = useTexts()
  const { send, error, busy } = useCommand(acting)
  const [chosen, setChosen] = useState<readonly number[]>([])
  const [teller, setTeller] = useState('')
  const [note, setNote] = useState('')
  const [picture, setPicture] = useState<Picture>()
  const [failure, setFailure] = useState<unknown>()
  const untold = untoldOf(acting)
  const everybody = seatsIn(untold)
  if (untold === noSeats) return <p className="good">{t.doorToDoorNone}</p>
  if (!may(acting, 'recordTelling')) return null
  async function record(): Promise<void> {
    setFailure(undefined)
    const photo = picture === undefined ? undefined : await handIn(acting, picture)
    const done = await send('recordTelling', {
      seats: [...chosen],
      channel: 'door',
      toldAt: now().toISOString(),
      teller,
      note,
      ...(photo !== undefined && { photo }),
    })
    if (!done) return
    setChosen([])
    setPicture(undefined)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    record().catch(setFailure)
  }
  return (
    <form onSubmit={submit} className="inner">
      <h3>{t.doorToDoor}</h3>
      <label className="tick">
        <input
          type="checkbox"
          checked={chosen.length === everybody.length}
          onChange={(event) => setChosen(event.target.checked ? everybody : [])}
        />
        <strong>{t.people(everybody.length)}</strong>
      </label>
      <SeatPages acting={acting} of={untold}>
        {(seats) => (
          <ul className="ticks">
            {seats.map((seat) => (
              <li key={seat.seat}>
                <label className="tick">
                  <input
                    type="checkbox"
                    checked={chosen.includes(seat.seat)}
                    onChange={(event) =>
                      setChosen(
                        event.target.checked ? [...chosen, seat.seat] : chosen.filter((one) => one !== seat.seat),
                      )
                    }
                  />
                  <span>
                    {seat.name}
                    <span className="quiet"> {smsText(t, seat)}</span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        )}
      </SeatPages>
      <div className="pair">
        <TextField label={t.teller} value={teller} max={40} onChange={setTeller} />
        <TextField label={t.note} value={note} max={300} required={false} onChange={setNote} />
      </div>
      <PhotoField picture={picture} onChange={setPicture} />
      <ProblemBox error={failure ?? error} />
      <button type="submit" className="primary" disabled={busy || chosen.length === 0}>
        {t.recordTelling}
      </button>
    </form>
  )
}
