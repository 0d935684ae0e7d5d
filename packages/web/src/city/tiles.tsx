import type { IndicatorId } from '@xieshang/rules'
import { Link } from 'wouter'
import type { Dashboard } from '../api/city.ts'
import { address } from '../shared/addresses.ts'

/** Where each county lies, roughly, on a grid of four columns: a scheme, not a map. */
const positions: Readonly<Record<string, readonly [number, number]>> = {
  '331123': [1, 1],
  '331122': [4, 1],
  '331124': [2, 1],
  '331102': [3, 1],
  '331181': [1, 2],
  '331125': [2, 2],
  '331127': [3, 2],
  '331121': [4, 2],
  '331126': [1, 3],
}

/** The counties as tiles, the darker the more. The number stands on each, so that colour is not needed to read it. */
export function TileMap({ below, indicator }: { below: Dashboard['below']; indicator: IndicatorId }) {
  const most = Math.max(1, ...below.map(({ figures }) => figures[indicator] ?? 0))
  return (
    <div className="tiles">
      {below.map(({ place, figures }) => {
        const [column, row] = positions[place.code] ?? [1, 4]
        const value = figures[indicator] ?? 0
        const share = Math.round((value / most) * 4)
        return (
          <Link
            key={place.code}
            href={address.city({ division: place.code })}
            className={`tile shade-${share}`}
            style={{ gridColumn: column, gridRow: row }}
          >
            <span>{place.name}</span>
            <strong>{value}</strong>
          </Link>
        )
      })}
    </div>
  )
}
