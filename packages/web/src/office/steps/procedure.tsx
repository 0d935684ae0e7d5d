import { useQuery } from '@tanstack/react-query'
import { placeQuery } from '../../queries/place.ts'
import { useTexts } from '../../texts/language.ts'
import type { Acting } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'

/** P9e: the villages that a township consults together, and the steps it sets before anything begins. */
export function Procedure({ acting }: { acting: Acting }) {
  const { t } = useTexts()
  const { consultation } = acting
  const { villages, procedure, division, registered } = consultation
  const { data } = useQuery(placeQuery(division))
  if (villages === undefined) return null
  const nameOf = (code: string) => data?.children.find((one) => one.code === code)?.name ?? code
  return (
    <section className="inner">
      <h3>{t.severalVillages}</h3>
      <p>{villages.map(nameOf).join('、')}</p>
      {procedure !== undefined && (
        <ol className="procedure">
          {procedure.steps.map((step) => (
            <li key={`${step.title}${step.body}`}>
              <strong>{step.title}</strong> <span className="quiet">{step.body}</span>
            </li>
          ))}
        </ol>
      )}
      {registered === undefined && (
        <CommandForm
          acting={acting}
          command="setProcedure"
          label={procedure === undefined ? t.setProcedure : t.setProcedureAgain}
        />
      )}
    </section>
  )
}
