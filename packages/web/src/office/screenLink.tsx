import type { Channel } from '@xieshang/rules'
import type { Consultation } from '../api/staff.ts'
import { useTexts } from '../texts/language.ts'

/** Where the screens find what was announced for them: of its place, and of each village of several (P3a, P8, P9e). */
export function ScreenLink({
  channels,
  consultation: { division, villages },
}: {
  channels: readonly Channel[]
  consultation: Pick<Consultation, 'division' | 'villages'>
}) {
  const { t } = useTexts()
  if (!channels.includes('screen')) return null
  const places = [division, ...(villages ?? [])]
  return (
    <p>
      {places.map((place) => (
        <span key={place}>
          <a href={`/screen/${place}`} target="_blank" rel="noreferrer">
            {t.screen.address}
            {places.length > 1 && ` ${place}`}
          </a>{' '}
        </span>
      ))}
      <span className="quiet">{t.screen.addressHint}</span>
    </p>
  )
}
