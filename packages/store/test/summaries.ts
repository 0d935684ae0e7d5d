import { atLevel, placeCodeOf } from '@xieshang/kernel'
import { type Figures, noFigures, type Summary } from '@xieshang/rules'

/** A summary as a county sends it. */
export const summaryOf = (
  consultation: string,
  version: number,
  figures: Partial<Figures> = { consultations: 1 },
  division = placeCodeOf('331102001001'),
): Summary => ({
  v: 1,
  consultation,
  tenant: atLevel(division, 'county'),
  division,
  title: `议题 ${consultation}`,
  step: 'proposed',
  updatedAt: '2026-03-01T08:30:00.000Z',
  version,
  figures: { ...noFigures, ...figures },
})
