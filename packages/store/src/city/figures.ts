import { type Figures, indicators, keysOf, noFigures, type Summary } from '@xieshang/rules'
import type { Item } from '../table/items.ts'

export const indicatorIds = keysOf(indicators)

const figuresBy = (value: (id: (typeof indicatorIds)[number]) => number): Figures =>
  Object.fromEntries(indicatorIds.map((id) => [id, value(id)])) as Figures

export const plus = (a: Figures, b: Figures): Figures => figuresBy((id) => a[id] + b[id])
export const minus = (a: Figures, b: Figures): Figures => figuresBy((id) => a[id] - b[id])
export const same = (a: Figures, b: Figures): boolean => indicatorIds.every((id) => a[id] === b[id])

/** Those that are not zero, as an update takes them. */
export const changed = (figures: Figures): Record<string, number> =>
  Object.fromEntries(indicatorIds.flatMap((id) => (figures[id] === 0 ? [] : [[id, figures[id]]])))

/** What a counter holds; what was never added to it is zero. */
export const figuresFrom = (item: Item | undefined): Figures => figuresBy((id) => Number(item?.[id] ?? 0))

/** What a summary counts; one that was written before an indicator was thought of adds nothing to it. */
export const figuresIn = (summary: Summary | undefined): Figures => ({ ...noFigures, ...summary?.figures })

export const summaryFrom = (item: Item): Summary => JSON.parse(String(item.card)) as Summary
