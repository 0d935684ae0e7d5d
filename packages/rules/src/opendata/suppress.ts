/**
 * Which cells of a breakdown are withheld so that no group smaller than `least` can be found, not even by subtracting
 * from the published total, nor by whoever knows this procedure. Besides every small cell, the smallest others are
 * withheld until one that is not small is among them and together they leave room for `least` more than they must hold:
 * any exchange of their values then looks the same from outside. Where that cannot be reached, the whole breakdown is
 * withheld, its zeros included; so is a whole that is itself too small.
 * @param cells whole numbers ≥ 0
 * @param least at least 3
 * @returns one mark per cell: true where it is withheld
 */
export function withheld(cells: readonly number[], least: number): readonly boolean[] {
  const small = (value: number) => value > 0 && value < least
  if (!cells.some(small)) return cells.map(() => false)
  const bySize = cells
    .map((value, index) => ({ value, index }))
    .filter(({ value }) => value > 0)
    .toSorted((a, b) => a.value - b.value)
  const chosen = new Set<number>()
  let sum = 0
  let largest = 0
  const safe = () => largest >= least && sum - chosen.size >= least
  for (const { value, index } of bySize) {
    // Cells of the same size go together, so that what is published does not tell them apart.
    if (safe() && value > largest) break
    chosen.add(index)
    sum += value
    largest = value
  }
  return cells.map((_, index) => !safe() || chosen.has(index))
}
