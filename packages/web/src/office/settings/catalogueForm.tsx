import type { PlaceCode } from '@xieshang/kernel'
import { changesNothing, type SetCatalogue, setCatalogueFields } from '@xieshang/rules'
import { type CatalogueSettings, staffOf } from '../../api/staff.ts'
import { Form } from '../../form/form.tsx'
import { useTexts } from '../../texts/language.ts'

const lengthOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0)

/** M6: a new version of the catalogue. */
export function CatalogueForm({
  county,
  settings,
  onDone,
}: {
  county: PlaceCode
  settings: CatalogueSettings
  onDone: (settings: CatalogueSettings) => void
}) {
  const { t } = useTexts()
  const [latest] = settings.versions
  const { matters } = latest?.content ?? settings.current
  return (
    <details className="step">
      <summary>{t.catalogueChange}</summary>
      <Form
        fields={setCatalogueFields}
        division={county}
        label={t.setSubmit}
        ground={{ known: {}, matters }}
        {...(latest?.standing === 'coming' && { first: { effectiveFrom: latest.effectiveFrom } })}
        aside={({ add, change }) => (
          <p className="quiet" role="status">
            {t.changedMatters(lengthOf(add) + lengthOf(change))}
          </p>
        )}
        refuses={(body) => changesNothing(body as SetCatalogue)}
        version={settings.revision}
        where={{ api: county, place: county, about: 'settings', form: 'catalogue' }}
        onSend={async (body, key) =>
          onDone(await staffOf(county).setCatalogue(body as SetCatalogue, settings.revision, key))
        }
      />
    </details>
  )
}
