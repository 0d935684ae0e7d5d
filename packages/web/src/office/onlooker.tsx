import type { PlaceCode } from '@xieshang/kernel'
import { Link } from 'wouter'
import type { Me } from '../api/staff.ts'
import { address } from '../shared/addresses.ts'
import { useTexts } from '../texts/language.ts'
import { Frame } from './frame.tsx'

/** The office of those who read nothing that is kept there: who they are, and what everybody may read. */
export function Onlooker({ me, county }: { me: Me; county: PlaceCode }) {
  const { t } = useTexts()
  return (
    <Frame me={me}>
      <h1>{me.division.name}</h1>
      <p>{t.nothingToDo}</p>
      <Link className="button" href={address.publicList({ county })}>
        {t.publicPage}
      </Link>
    </Frame>
  )
}
