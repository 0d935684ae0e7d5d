import type { Consultation } from '../../api/staff.ts'
import { showDay } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may } from '../acting.ts'
import { CommandForm } from '../form/commandForm.tsx'

type Dissent = Consultation['dissents'][number]

/** P9f: every opposing opinion, from a ballot or said aloud, and how it was explained to who holds it. */
export function DissentsStep({ acting }: { acting: Acting }) {
  const { t } = useTexts()
  const { dissents, items } = acting.consultation
  return (
    <>
      <p className="quiet">{t.dissentsHint}</p>
      {dissents.map((dissent) => (
        <One key={dissent.dissent} acting={acting} dissent={dissent} />
      ))}
      {may(acting, 'recordDissent') && (
        <details>
          <summary>{t.saidAloud}</summary>
          <CommandForm
            acting={acting}
            command="recordDissent"
            fields={{
              item: {
                kind: 'choice',
                label: t.itemTitle,
                options: items.map(({ item, title }) => ({ value: String(item), label: `${t.item(item)} ${title}` })),
              },
              words: { kind: 'text', label: t.dissentWords, max: 500 },
              name: { kind: 'line', label: t.whoseDissent, max: 40, optional: true },
            }}
            body={({ item, ...rest }) => ({ item: Number(item), ...rest })}
          />
        </details>
      )}
    </>
  )
}

function One({ acting, dissent }: { acting: Acting; dissent: Dissent }) {
  const { t, language } = useTexts()
  const { item, words, name, seat, explanation } = dissent
  const whose = name ?? acting.seats.find((one) => one.seat === seat)?.name ?? t.unnamed
  return (
    <blockquote>
      <p className="text">{words}</p>
      <p className="quiet">
        {t.item(item)} · {whose}
      </p>
      {explanation === undefined ? (
        <CommandForm
          acting={acting}
          command="explainDissent"
          fields={{ text: { kind: 'text', label: t.explanation, max: 1000 } }}
          body={({ text }) => ({ dissent: dissent.dissent, text })}
        />
      ) : (
        <p className="answer">
          {t.explained}
          {explanation.text}{' '}
          <span className="quiet">
            {explanation.by.name} {showDay(explanation.at, language)}
          </span>
        </p>
      )}
    </blockquote>
  )
}
