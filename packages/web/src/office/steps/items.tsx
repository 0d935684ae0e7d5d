import { aspects, isFiled, keysOf } from '@xieshang/rules'
import { useState } from 'react'
import type { Consultation } from '../../api/staff.ts'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'

type Item = Consultation['items'][number]
const names = keysOf(aspects)

/** P5: the items with their six aspects; what failed or is open can be revised. */
export function ItemsStep({ acting }: { acting: Acting }) {
  const { t } = useTexts()
  const { consultation } = acting
  /** How many items there were when one more was begun. */
  const [adding, setAdding] = useState<number>()
  if (consultation.registered === undefined) return <p className="quiet">—</p>
  const fixed = isFiled(consultation) || !may(acting, 'addItem')
  return (
    <>
      {consultation.items.map((item) => (
        <One
          key={item.item}
          acting={acting}
          item={item}
          fixed={fixed || item.status === 'passed' || item.withdrawn !== undefined}
        />
      ))}
      {!fixed && adding !== consultation.items.length && (
        <button type="button" className="primary" onClick={() => setAdding(consultation.items.length)}>
          {t.addItem}
        </button>
      )}
      {!fixed && adding === consultation.items.length && (
        <CommandForm acting={acting} command="addItem" label={t.addItem} />
      )}
    </>
  )
}

function One({ acting, item, fixed }: { acting: Acting; item: Item; fixed: boolean }) {
  const { t, language } = useTexts()
  /** The revision that is being revised. */
  const [revising, setRevising] = useState<number>()
  return (
    <details className="inner">
      <summary>
        {t.item(item.item)} {item.title} <span className={`badge ${item.status}`}>{t.itemStatus[item.status]}</span>
      </summary>
      {names.map((name) => (
        <p key={name}>
          <strong>{aspects[name][language]}</strong>：{item.aspects[name] === '' ? '—' : item.aspects[name]}
        </p>
      ))}
      {item.discussions.map((one) => (
        <p key={one.at} className="quiet">
          {one.text}
        </p>
      ))}
      {item.withdrawn !== undefined && (
        <p className="warning">
          {t.withdrawnBecause}
          {item.withdrawn.reason}
        </p>
      )}
      {!fixed && revising !== item.revision && (
        <button type="button" onClick={() => setRevising(item.revision)}>
          {t.reviseItem}
        </button>
      )}
      {!fixed && revising === item.revision && (
        <CommandForm acting={acting} command="reviseItem" known={{ item: item.item }} label={t.reviseItem} />
      )}
      {item.status !== 'passed' && item.withdrawn === undefined && may(acting, 'withdrawItem') && (
        <details>
          <summary>{t.withdrawItem}</summary>
          <CommandForm acting={acting} command="withdrawItem" known={{ item: item.item }} />
        </details>
      )}
    </details>
  )
}
