import { tenantOf } from '@xieshang/kernel'
import type { Channel } from '@xieshang/rules'
import { type Consultation, staffOf } from '../api/staff.ts'
import { ProblemBox } from '../shared/parts.tsx'
import { useLoad } from '../shared/useLoad.ts'
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

function Address({ place, children }: { place: string; children: string }) {
  return (
    <a href={`/screen/${place}`} target="_blank" rel="noreferrer">
      {children}
    </a>
  )
}

const loadPlace = (division: string) => staffOf(tenantOf(division)).division(division)

/** Each place by its name, as the township knows its villages. */
function Addresses({ division, villages }: { division: string; villages: readonly string[] }) {
  const { t } = useTexts()
  const { data, error, reload } = useLoad(loadPlace, division)
  if (data === undefined) return <ProblemBox error={error} retry={reload} />
  const places = [data.division, ...data.children.filter(({ code }) => villages.includes(code))]
  return places.map(({ code, name }) => (
    <span key={code}>
      <Address place={code}>{`${t.screen.address}（${name}）`}</Address>{' '}
    </span>
  ))
}
