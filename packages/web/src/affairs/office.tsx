import type { PlaceCode } from '@xieshang/kernel'
import type { EntryKind } from '@xieshang/rules'
import { entryKinds } from '@xieshang/rules/registers'
import type { Me } from '../api/staff.ts'
import { Unknown } from '../shared/unknown.tsx'
import { EntryPage } from './entryPage.tsx'
import { KindPage } from './kindPage.tsx'
import { AffairsMenu } from './menu.tsx'

const isKind = (kind: string): kind is EntryKind => Object.hasOwn(entryKinds, kind)

/** The office's section 制度与组织: the menu of a place, a register, an entry. */
export default function AffairsOffice({
  me,
  division,
  kind,
  id,
}: {
  me: Me
  division: PlaceCode
  kind?: string | undefined
  id?: string | undefined
}) {
  if (kind === undefined) return <AffairsMenu me={me} division={division} />
  if (!isKind(kind)) return <Unknown />
  return id === undefined ? (
    <KindPage key={`${division} ${kind}`} me={me} division={division} kind={kind} />
  ) : (
    <EntryPage me={me} division={division} kind={kind} id={id} />
  )
}
