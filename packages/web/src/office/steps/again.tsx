import { useQuery } from '@tanstack/react-query'
import type { PlaceCode } from '@xieshang/kernel'
import { isSuspended } from '@xieshang/rules'
import { Link } from 'wouter'
import type { Consultation } from '../../api/staff.ts'
import { consultationQuery } from '../../queries/consultation.ts'
import { address } from '../../shared/addresses.ts'
import { allowedTo } from '../../shared/allowedTo.ts'
import { useTexts } from '../../texts/language.ts'
import type { Acting } from '../acting.ts'
import { Opinions } from './opinions.tsx'

/** P11a: what this consultation takes up again, and what took it up: links in both directions. */
export function Follows({ consultation }: { consultation: Consultation }) {
  const { t } = useTexts()
  const { takenUpBy, topic, tenant } = consultation
  return (
    <>
      {topic.follows !== undefined && <Before county={tenant} id={topic.follows} />}
      {takenUpBy.map((one) => (
        <p key={one.consultation}>
          {t.takenUpBy} <Link href={address.consultation({ id: one.consultation })}>{one.title}</Link>
        </p>
      ))}
    </>
  )
}

function Before({ county, id }: { county: PlaceCode; id: string }) {
  const { t } = useTexts()
  const { data } = useQuery(consultationQuery({ county, id }))
  return (
    <p>
      {t.takesUp} <Link href={address.consultation({ id })}>{data?.consultation.topic.title ?? t.earlier}</Link>
    </p>
  )
}

/** P11a: feedback on how the outcome is carried out, and a new consultation where it asks for one. */
export function AgainStep({ acting }: { acting: Acting }) {
  const { t } = useTexts()
  const { consultation, me } = acting
  return (
    <>
      <Opinions acting={acting} kind="feedback" />
      <p className="quiet">{t.againHint}</p>
      <Follows consultation={consultation} />
      {allowedTo(me, 'conduct', consultation.division) && !isSuspended(consultation) && (
        <Link
          className="button"
          href={address.propose({ division: consultation.division }, { query: { follows: consultation.id } })}
        >
          {t.takeUpAgain}
        </Link>
      )}
    </>
  )
}
