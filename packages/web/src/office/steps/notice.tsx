import { channels, noSeats, sizeOf } from '@xieshang/rules'
import type { Seat } from '../../api/staff.ts'
import { smsText } from '../../shared/sms.ts'
import { showTime } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may, untoldOf } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'
import { Photo } from '../photo/photo.tsx'
import { ScreenLink } from '../screenLink.tsx'
import { SeatPages } from '../seatPages.tsx'
import { Opinions } from './opinions.tsx'
import { Postings } from './postings.tsx'

/** P3: the notice, who was told and how, the door-to-door list, and opinions with their answers. */
export function NoticeStep({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { list, notices } = acting.consultation
  const notice = notices.at(-1)
  if (list === undefined) return <p className="quiet">—</p>
  if (notice === undefined)
    return may(acting, 'issueNotice') ? (
      <CommandForm acting={acting} command="issueNotice" />
    ) : (
      <p className="quiet">—</p>
    )
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
  if (untoldOf(acting) === noSeats) return <p className="good">{t.doorToDoorNone}</p>
  return (
    <div className="inner">
      <CommandForm acting={acting} command="recordTelling" known={{ channel: 'door' }} label={t.recordTelling} />
    </div>
  )
}
