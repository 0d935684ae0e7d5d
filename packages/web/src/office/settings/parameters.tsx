import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { PlaceCode } from '@xieshang/kernel'
import {
  type Bound,
  boundText,
  cityBounds,
  dayUnits,
  defaultParameters,
  keysOf,
  type Language,
  majorityBaseLabel,
  majorityBases,
  majorStepsLabel,
  type Parameters,
  type Share,
  valueAt,
} from '@xieshang/rules'
import type { Me } from '../../api/staff.ts'
import { parametersQuery } from '../../queries/settings.ts'
import { allowedTo } from '../../shared/allowedTo.ts'
import { Loading, ProblemBox } from '../../shared/parts.tsx'
import { useTexts } from '../../texts/language.ts'
import { Frame } from '../frame.tsx'
import { OfficialAccountSection } from './officialAccount.tsx'
import { ParameterForm } from './parameterForm.tsx'
import { Versions } from './shared.tsx'

const shown = (value: Share | number | undefined, bound: Bound, language: Language): string => {
  if (typeof value === 'object') return `${value.needs}/${value.of}`
  return `${value ?? ''}${bound.kind === 'days' ? dayUnits[bound.counts][language] : ''}`
}

const paths = keysOf(cityBounds)
const stepsShown = ({ majorSteps }: Parameters) => majorSteps.map(({ label }) => label).join('、')

/** What a version does otherwise than the one it followed. */
function Changes({ after, before }: { after: Parameters; before: Parameters }) {
  const { t, language } = useTexts()
  const lines = paths.flatMap((path) => {
    const bound = cityBounds[path]
    if (bound === undefined) return []
    const [from, to] = [before, after].map((one) => shown(valueAt(one, path), bound, language))
    return from === to ? [] : [`${bound.label[language]}：${t.changedFrom(from ?? '', to ?? '')}`]
  })
  if (before.majorityBase !== after.majorityBase)
    lines.push(
      `${majorityBaseLabel[language]}：${t.changedFrom(majorityBases[before.majorityBase][language], majorityBases[after.majorityBase][language])}`,
    )
  if (JSON.stringify(before.majorSteps) !== JSON.stringify(after.majorSteps))
    lines.push(`${majorStepsLabel[language]}：${stepsShown(after)}`)
  return lines.map((line) => <li key={line}>{line}</li>)
}

/** G10: the county's parameters: in force, to come and past, what the city allows, and who changed what when. */
export function ParameterPage({ me, county }: { me: Me; county: PlaceCode }) {
  const { t, language } = useTexts()
  const queryClient = useQueryClient()
  const { data, error, refetch } = useQuery(parametersQuery(county))
  return (
    <Frame me={me}>
      <h1>{t.settingsTitle}</h1>
      <p>{t.settingsIntro}</p>
      <ProblemBox error={error} retry={refetch} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          {allowedTo(me, 'administer', county) && (
            <ParameterForm
              key={data.revision}
              county={county}
              settings={data}
              onDone={(kept) => queryClient.setQueryData(parametersQuery(county).queryKey, kept)}
            />
          )}
          <h2>
            {t.inForce}{' '}
            <span className="badge">
              {data.versions.some(({ standing }) => standing === 'current')
                ? t.fromDay(data.current.version)
                : t.cityVersion}
            </span>
          </h2>
          <dl className="facts">
            {paths.map((path) => {
              const bound = cityBounds[path]
              return (
                bound !== undefined && (
                  <div key={path}>
                    <dt>
                      {bound.label[language]} <span className="quiet">{bound.clause}</span>
                    </dt>
                    <dd>
                      <strong>{shown(valueAt(data.current, path), bound, language)}</strong>{' '}
                      <span className="quiet">{boundText(bound)[language]}</span>
                    </dd>
                  </div>
                )
              )
            })}
            <div>
              <dt>
                {majorityBaseLabel[language]} <span className="quiet">P6c</span>
              </dt>
              <dd>
                <strong>{majorityBases[data.current.majorityBase][language]}</strong>
              </dd>
            </div>
            <div>
              <dt>
                {majorStepsLabel[language]} <span className="quiet">P12</span>
              </dt>
              <dd>{stepsShown(data.current)}</dd>
            </div>
          </dl>
          <Versions
            versions={data.versions}
            changes={(version, before) => (
              <Changes after={version.content} before={before?.content ?? defaultParameters} />
            )}
          />
          <OfficialAccountSection me={me} county={county} />
        </>
      )}
    </Frame>
  )
}
