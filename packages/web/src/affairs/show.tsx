import { type Field, type Fields, type Language, yuanOf } from '@xieshang/rules'
import { Link } from 'wouter'
import { address } from '../shared/addresses.ts'
import { localOf, showDay } from '../shared/time.ts'
import { useTexts } from '../texts/language.ts'

/** An instant with its year, in the place's time. */
export const showMoment = (instant: string, language: Language): string =>
  `${showDay(instant, language)} ${localOf(new Date(instant)).slice(11)}`

/** 8650 → 86.50 */
export const showHundredths = (value: number): string =>
  `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`

function Value({ field, value }: { field: Field; value: unknown }) {
  const { language } = useTexts()
  switch (field.input) {
    case 'money':
      return <span>{yuanOf(Number(value))}</span>
    case 'instant':
      return <span>{showMoment(String(value), language)}</span>
    case 'choice':
      return <span>{field.options[String(value)]?.[language] ?? String(value)}</span>
    case 'choices':
      return <span>{(value as string[]).map((one) => field.options[one]?.[language] ?? one).join('、')}</span>
    case 'rows':
      return (
        <ol className="rows">
          {(value as Record<string, unknown>[]).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are written once and keep their order
            <li key={index}>
              <Values fields={field.of} values={row} />
            </li>
          ))}
        </ol>
      )
    case 'reference':
      return field.to === 'consultation' ? (
        <Link href={address.consultation({ id: String(value) })}>{String(value)}</Link>
      ) : (
        <span>{String(value)}</span>
      )
    default:
      return <span className="text">{String(value)}</span>
  }
}

/** The values of any declared fields, each under its label. */
export function Values({ fields, values }: { fields: Fields; values: Readonly<Record<string, unknown>> }) {
  const { language } = useTexts()
  return (
    <dl className="values">
      {Object.entries(fields).map(([name, field]) =>
        values[name] === undefined || (Array.isArray(values[name]) && values[name].length === 0) ? null : (
          <div key={name}>
            <dt>{field.label[language]}</dt>
            <dd>
              <Value field={field} value={values[name]} />
            </dd>
          </div>
        ),
      )}
    </dl>
  )
}
