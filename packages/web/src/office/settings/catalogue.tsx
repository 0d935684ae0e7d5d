import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { PlaceCode } from '@xieshang/kernel'
import { baseCatalogue, type Catalogue, findMatter } from '@xieshang/rules'
import { Link } from 'wouter'
import type { Me } from '../../api/staff.ts'
import { catalogueVersionsQuery } from '../../queries/settings.ts'
import { address } from '../../shared/addresses.ts'
import { allowedTo } from '../../shared/allowedTo.ts'
import { MatterList } from '../../shared/matters.tsx'
import { Loading, ProblemBox } from '../../shared/parts.tsx'
import { useTexts } from '../../texts/language.ts'
import { Frame } from '../frame.tsx'
import { CatalogueForm } from './catalogueForm.tsx'
import { Versions } from './shared.tsx'

/** The matters that a version has otherwise than the one it followed. */
function Changes({ after, before }: { after: Catalogue; before: Catalogue }) {
  const { t, language } = useTexts()
  const changed = after.matters.filter(
    (matter) => JSON.stringify(matter) !== JSON.stringify(findMatter(matter.code, before)),
  )
  return changed.map((matter) => {
    const was = findMatter(matter.code, before)
    const label = matter.label[language]
    const words =
      was === undefined
        ? `${t.addMatter}：${label}`
        : was.label.zh === matter.label.zh
          ? label
          : t.changedFrom(was.label[language], label)
    const marks = [
      was?.withdrawn !== matter.withdrawn && (matter.withdrawn === true ? t.withdrawn : was !== undefined && t.inUse),
      was !== undefined && was.assembly !== matter.assembly && matter.assembly && t.toAssembly,
    ].filter((mark) => typeof mark === 'string')
    return (
      <li key={matter.code}>
        {matter.code} {words} {marks.length > 0 && `（${marks.join('，')}）`}
      </li>
    )
  })
}

/** M6: the county's catalogue, what changed in it and when; the county changes it here. */
export function CataloguePage({ me, county }: { me: Me; county: PlaceCode }) {
  const { t } = useTexts()
  const queryClient = useQueryClient()
  const { data, error, refetch } = useQuery(catalogueVersionsQuery(county))
  return (
    <Frame me={me}>
      <h1>{t.catalogue}</h1>
      <p>{t.catalogueIntro}</p>
      <p>
        <Link href={address.publicCatalogue({ county })}>{t.publicCatalogue}</Link>
      </p>
      <ProblemBox error={error} retry={refetch} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          {allowedTo(me, 'administer', county) && (
            <CatalogueForm
              key={data.revision}
              county={county}
              settings={data}
              onDone={(kept) => queryClient.setQueryData(catalogueVersionsQuery(county).queryKey, kept)}
            />
          )}
          <h2>{t.catalogueVersionIs(data.current.version)}</h2>
          <MatterList matters={data.current.matters} />
          <Versions
            versions={data.versions}
            changes={(version, before) => <Changes after={version.content} before={before?.content ?? baseCatalogue} />}
          />
        </>
      )}
    </Frame>
  )
}
