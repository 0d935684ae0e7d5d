import { useQuery } from '@tanstack/react-query'
import { Awaited } from '../../queries/awaited.tsx'
import { deadlinesQuery, type Which } from '../../queries/consultation.ts'
import { dutyWords } from '../../shared/dutyWords.ts'
import { useTexts } from '../../texts/language.ts'

/** Every duty of a consultation with its due day: what is owed, what was done, and what was done late. */
export function Deadlines({ of }: { of: Which }) {
  const { t, language } = useTexts()
  const query = useQuery({ ...deadlinesQuery(of), refetchInterval: 8000 })
  const { data } = query
  if (data === undefined) return <Awaited query={query} />
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
