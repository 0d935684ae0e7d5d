/** A change to the rules that no test notices. `line` is the source as it stands, so that moving it breaks no list. */
export type Survivor = { readonly file: string; readonly line: string; readonly was: string; readonly became: string }

/** Survivors that were read, and why no test should notice them. */
export type Reasoned = { readonly reason: string; readonly mutants: readonly Survivor[] }

type Place = { readonly line: number; readonly column: number }
type Change = {
  readonly replacement?: string | undefined
  readonly location: { readonly start: Place; readonly end: Place }
}
type Mutant = Change & { readonly status: string }
export type Report = {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>
}

const longest = 120

const oneLine = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > longest ? `${line.slice(0, longest)}…` : line
}

function cut(source: string, { start, end }: Change['location']): string {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  const last = lines.length - 1
  return lines
    .map((line, at) => line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined))
    .join('\n')
}

/** A change as a list of survivors names it. */
export const survivorOf = (file: string, source: string, { location, replacement = '' }: Change): Survivor => ({
  file,
  line: oneLine(source.split('\n')[location.start.line - 1] ?? ''),
  was: oneLine(cut(source, location)),
  became: oneLine(replacement),
})

/** Every mutant of a report that no test noticed, covered or not. */
export const survivorsOf = (report: Report): Survivor[] =>
  Object.entries(report.files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map((mutant) => survivorOf(file, source, mutant)),
  )

const keyOf = ({ file, line, was, became }: Survivor): string => JSON.stringify([file, line, was, became])

/** Survivors that nobody has given a reason for. */
export function unexplained(survivors: readonly Survivor[], list: readonly Reasoned[]): Survivor[] {
  const known = new Set(list.flatMap(({ mutants }) => mutants.map(keyOf)))
  return survivors.filter((survivor) => !known.has(keyOf(survivor)))
}
