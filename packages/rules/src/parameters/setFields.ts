import { type Text, text } from '@xieshang/kernel'
import { choice, count, type Field, type Fields, group, hinted, known, line, optional, rows } from '../fields/index.ts'
import { versionFields } from '../settings/versionFields.ts'
import { keysOf } from '../taxonomy/keys.ts'
import { boundText, cityBounds, majorBounds } from './bounds.ts'
import { parametersSchema } from './parameters.ts'
import { periods } from './periods.ts'

/** P6c: over whom a majority is counted. */
export const majorityBases = {
  attended: text('出席的有表决权的人', 'voters who attended'),
  listed: text('名单上全部有表决权的人（更严）', 'all listed voters (stricter)'),
} as const satisfies Record<string, Text>

export const majorityBaseLabel = text('过半数按谁计算', 'Majority counted over')
export const majorStepsLabel = text('五议两公开', 'Five deliberations, two publications')

/** A share of people, typed as two whole numbers. */
const shareOf = (label: Text) =>
  group(label, {
    needs: count(text('几分之几：分子', 'Share: numerator'), 1, 1000),
    of: count(text('分母', 'Denominator'), 1, 1000),
  })

/** The field at the path of one of the city's bounds, with what the city allows beside it. */
function bounded<F extends Field>(path: string, field: (label: Text) => F) {
  const bound = cityBounds[path]
  if (bound === undefined) throw new Error(`The city has no bound of ${path}`)
  return hinted(field(bound.label), boundText(bound))
}

const days = (label: Text) => count(label, 1, 3650)

const stepFields = {
  id: known(parametersSchema.shape.majorSteps.element.shape.id),
  kind: known(parametersSchema.shape.majorSteps.element.shape.kind),
  label: line(text('步骤', 'Step'), 40),
  body: line(text('由谁进行', 'By whom'), 40),
  quorum: {
    ...hinted(
      optional(shareOf(text('须表决：出席比例', 'Voted: the share that must attend'))),
      text(
        `不表决的不填；表决的不低于 ${majorBounds.quorum.needs}/${majorBounds.quorum.of}`,
        `empty where nothing is voted; else at least ${majorBounds.quorum.needs}/${majorBounds.quorum.of}`,
      ),
    ),
    when: ({ kind }) => kind === 'deliberation',
  },
  days: {
    ...optional(count(text('公开天数', 'Days of publication'), 1, 60)),
    when: ({ kind }) => kind === 'publication',
  },
} satisfies Fields

const steps = majorBounds.deliberations + majorBounds.publications

/** G10: what a county sets for the consultations that begin from a day on. */
export const setParametersFields = {
  ...versionFields,
  parameters: {
    ...group(text('协商参数', 'Parameters'), {
      quorum: bounded('quorum', shareOf),
      majority: bounded('majority', shareOf),
      majorityBase: choice(majorityBaseLabel, majorityBases),
      publicationDays: bounded('publicationDays', days),
      linkDays: bounded('linkDays', days),
      reminderDays: bounded('reminderDays', days),
      periods: group(
        text('各项时限', 'Due days'),
        Object.fromEntries(keysOf(periods).map((id) => [id, bounded(`periods.${id}`, days)])),
      ),
      majorSteps: {
        ...hinted(
          rows(majorStepsLabel, stepFields, steps, steps),
          text(
            '五次商议、两次公开；第一次公开之前须有表决；每次公开不少于3天',
            'Five deliberations and two publications; a vote before the first publication; at least 3 days of each publication',
          ),
        ),
        order: true,
      },
    }),
    schema: parametersSchema.omit({ version: true }),
  },
} satisfies Fields
