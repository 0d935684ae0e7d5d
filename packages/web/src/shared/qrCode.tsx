import { encode } from 'uqr'

const quietZone = 2

/** A QR code as one path: every dark module is a square of its own. */
export function QrCode({ of }: { of: string }) {
  const { size, data } = encode(of, { ecc: 'M', border: 0 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  const side = size + 2 * quietZone
  return (
    <svg viewBox={`${-quietZone} ${-quietZone} ${side} ${side}`} aria-hidden="true" shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  )
}
