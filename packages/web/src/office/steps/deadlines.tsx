import { staffOf } from '../../api/staff.ts'
import { dutyWords } from '../../shared/dutyWords.ts'
import { Loading, ProblemBox } from '../../shared/parts.tsx'
import { useLoad } from '../../shared/useLoad.ts'
import { useTexts } from '../../texts/language.ts'

const load = (key: string) => {
  const [county = '', id = ''] = key.split('/')
  return staffOf(county).dutiesOf(id)
}

/** Every duty of a consultation with its due day: what is owed, what was done, and what was done late. */
export function Deadlines({ county, id }: { county: string; id: string }) {
  const { t, language } = useTexts()
  const { data, error, reload } = useLoad(load, `${county}/${id}`, 8000)
  if (data === undefined) return error === undefined ? <Loading /> : <ProblemBox error={error} retry={reload} />
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th>{t.dutyWhat}</th>
            <th>{t.dutyDue}</th>
            <th>{t.dutyDone}</th>
            <th>{t.dutyState}</th>
          </tr>
        </thead>
        <tbody>
          {data.duties.map((duty) => (
            <tr key={duty.id}>
              <td>
                {duty.label[language]}
                {dutyWords(duty, t, language)} <span className="quiet">{duty.clause}</span>
              </td>
              <td className="day">{duty.due}</td>
              <td className="day">{duty.doneOn ?? ''}</td>
              <td>
                <span className={`badge ${duty.state}`}>{t.dutyStates[duty.state]}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
