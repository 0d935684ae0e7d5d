import type { PlaceCode } from '@xieshang/kernel'
import { parametersProblem, type SetParameters, setParametersFields } from '@xieshang/rules'
import { type ParameterSettings, staffOf } from '../../api/staff.ts'
import { Form } from '../../form/form.tsx'
import { useTexts } from '../../texts/language.ts'

/** G10: what the city does not allow, at the field that says it. */
function refusal(body: unknown) {
  const problem = parametersProblem((body as SetParameters).parameters)
  return problem && { ...problem, field: `parameters.${problem.field ?? ''}` }
}

/** G10: a new version of the parameters. What the city does not allow is said before it is sent. */
export function ParameterForm({
  county,
  settings,
  onDone,
}: {
  county: PlaceCode
  settings: ParameterSettings
  onDone: (settings: ParameterSettings) => void
}) {
  const { t } = useTexts()
  const [latest] = settings.versions
  const { version: _version, ...parameters } = latest?.content ?? settings.current
  return (
    <details className="step">
      <summary>{t.setNew}</summary>
      <Form
        fields={setParametersFields}
        division={county}
        label={t.setSubmit}
        first={{ parameters, ...(latest?.standing === 'coming' && { effectiveFrom: latest.effectiveFrom }) }}
        refuses={refusal}
        version={settings.revision}
        where={{ api: county, place: county, about: 'settings', form: 'parameters' }}
        onSend={async (body, key) =>
          onDone(await staffOf(county).setParameters(body as SetParameters, settings.revision, key))
        }
      />
    </details>
  )
}
