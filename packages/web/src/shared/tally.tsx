import { useTexts } from '../texts/language.ts'

export function TallyTable({
  items,
}: {
  items: readonly {
    item: number
    yes: number
    no: number
    abstain: number
    base: number
    result: 'passed' | 'failed' | 'noQuorum' | 'tooFew'
  }[]
}) {
  const { t } = useTexts()
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th>{t.itemTitle}</th>
            <th>{t.yes}</th>
            <th>{t.no}</th>
            <th>{t.abstain}</th>
            <th>{t.base}</th>
            <th>{t.result}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.item}>
              <td>{t.item(one.item)}</td>
              <td>{one.yes}</td>
              <td>{one.no}</td>
              <td>{one.abstain}</td>
              <td>{one.base}</td>
              <td>
                <span className={`badge ${one.result}`}>{t.results[one.result]}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
