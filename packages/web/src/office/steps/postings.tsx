import { channels, postingTasks } from '@xieshang/rules'
import type { Consultation } from '../../api/staff.ts'
import { showTime } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'
import { Photo } from '../photo/photo.tsx'

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
                <CommandForm
                  acting={acting}
                  command="recordPosting"
                  known={{ of, channel }}
                  label={t.postings.record}
                />
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
