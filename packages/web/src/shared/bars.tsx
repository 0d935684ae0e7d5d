/** S3: numbers with bars beside them, readable without colour and to a screen reader. */
export function Bars({ title, rows }: { title: string; rows: readonly { label: string; count: number }[] }) {
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return (
    <figure className="bars">
      <figcaption>{title}</figcaption>
      <dl>
        {rows.map(({ label, count }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <span className="bar-fill" style={{ inlineSize: `${(count / most) * 100}%` }} aria-hidden="true" />
              <b>{count}</b>
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  )
}
