import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type PlaceCode, tenantOf } from '@xieshang/kernel'
import { type Template, templateFields } from '@xieshang/rules'
import { staffOf } from '../../api/staff.ts'
import { Form } from '../../form/form.tsx'
import { templateQuery } from '../../queries/place.ts'
import { ProblemBox } from '../../shared/parts.tsx'
import { showTime } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'

/** S3: a village changes which groups its lists begin with. It stands beside the form of the list, being one itself. */
export function TemplateForm({ village }: { village: PlaceCode }) {
  const { t, language } = useTexts()
  const queryClient = useQueryClient()
  const query = templateQuery(village)
  const { data, error, refetch } = useQuery(query)
  return (
    <details className="inner">
      <summary>{t.editTemplate}</summary>
      <ProblemBox error={error} retry={refetch} />
      {data?.changed !== undefined && (
        <p className="quiet">{t.templateKept(data.changed.by.name, showTime(data.changed.at, language))}</p>
      )}
      {data !== undefined && (
        <Form
          fields={templateFields}
          division={village}
          label={t.keepTemplate}
          first={data.template}
          where={{ api: tenantOf(village), place: village, about: 'register', form: 'template' }}
          onSend={async (template) => {
            const kept = await staffOf(tenantOf(village)).keepTemplate(village, template as Template)
            queryClient.setQueryData(query.queryKey, kept)
          }}
        />
      )}
    </details>
  )
}
