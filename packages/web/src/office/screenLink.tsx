import { useQuery } from '@tanstack/react-query'
import type { PlaceCode } from '@xieshang/kernel'
import type { Channel } from '@xieshang/rules'
import type { Consultation } from '../api/staff.ts'
import { Awaited } from '../queries/awaited.tsx'
import { placeQuery } from '../queries/place.ts'
import { address } from '../shared/addresses.ts'
import { useTexts } from '../texts/language.ts'

type Props = {
  readonly channels: readonly Channel[]
  readonly consultation: Pick<Consultation, 'division' | 'villages'>
}

/** Where the screens find what was announced for them: of its place, and of each village of several (P3a, P8, P9e). */
export function ScreenLink({ channels, consultation: { division, villages } }: Props) {
  const { t } = useTexts()
  if (!channels.includes('screen')) return null
  return (
    <p>
      {villages === undefined ? (
        <Address place={division}>{t.screen.address}</Address>
      ) : (
        <Addresses division={division} villages={villages} />
      )}{' '}
      <span className="quiet">{t.screen.addressHint}</span>
    </p>
  )
}

function Address({ place, children }: { place: PlaceCode; children: string }) {
  return (
    <a href={address.screen({ division: place })} target="_blank" rel="noreferrer">
      {children}
    </a>
  )
}

/** Each place by its name, as the township knows its villages. */
function Addresses({ division, villages }: { division: PlaceCode; villages: readonly PlaceCode[] }) {
  const { t } = useTexts()
  const query = useQuery(placeQuery(division))
  const { data } = query
  if (data === undefined) return <Awaited query={query} />
  const places = [data.division, ...data.children.filter(({ code }) => villages.includes(code))]
  return places.map(({ code, name }) => (
    <span key={code}>
      <Address place={code}>{`${t.screen.address}（${name}）`}</Address>{' '}
    </span>
  ))
}
