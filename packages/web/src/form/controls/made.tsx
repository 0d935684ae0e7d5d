import type { Fields } from '@xieshang/rules'
import { useState } from 'react'
import { newKey } from '../../shared/problem.ts'
import { useTexts } from '../../texts/language.ts'
import { type Of, useForm } from '../context.ts'
import { FieldList } from '../fieldList.tsx'
import { type Draft, draftOf, groupOf, rowsOf } from '../values.ts'
import { Grouped } from './labelled.tsx'

const short: readonly string[] = ['line', 'instant', 'day', 'count', 'choice']
/** Whether fields are short enough to stand beside each other. */
const areShort = (fields: Fields) => Object.values(fields).every(({ input }) => short.includes(input))

/** Fields that belong together. */
export function Group(props: Of<'group'>) {
  const { field, path, onChange } = props
  const draft = groupOf(props.typed)
  return (
    <Grouped {...props}>
      <div className={areShort(field.of) ? 'pair' : ''}>
        <FieldList
          fields={field.of}
          path={`${path}.`}
          draft={draft}
          onChange={(name, typed) => onChange({ ...draft, [name]: typed })}
        />
      </div>
    </Grouped>
  )
}

/** Rows of the same fields, more or fewer as they are needed. */
export function Rows(props: Of<'rows'>) {
  const { t, language } = useTexts()
  const { ground } = useForm()
  const { field, path, onChange } = props
  const rows = rowsOf(props.typed)
  const [keys, setKeys] = useState(() => rows.map(newKey))
  const change = (next: readonly Draft[], nextKeys: string[]) => {
    setKeys(nextKeys)
    onChange(next)
  }
  const up = (index: number) => {
    const before = <T,>(all: readonly T[]): T[] =>
      all.toSpliced(index, 1).toSpliced(index - 1, 0, ...all.slice(index, index + 1))
    change(before(rows), before(keys))
  }
  const remove = (index: number) => change(rows.toSpliced(index, 1), keys.toSpliced(index, 1))
  const numbered = (index: number) => (field.tight === true ? `${index + 1}. ` : '')
  return (
    <Grouped {...props} className="rows">
      {rows.map((row, index) => (
        <div className={field.tight === true ? 'pair row-of-two' : 'inner'} key={keys[index] ?? index}>
          {field.tight !== true && rows.length > 1 && <span className="quiet">{t.affairs.row(index + 1)}</span>}
          <FieldList
            fields={field.of}
            path={`${path}.${index}.`}
            draft={row}
            onChange={(name, typed) => onChange(rows.with(index, { ...row, [name]: typed }))}
            before={numbered(index)}
          />
          {field.order === true && index > 0 && (
            <button type="button" className="plain" aria-label={`${t.moveUp} ${index + 1}`} onClick={() => up(index)}>
              {t.moveUp}
            </button>
          )}
          {rows.length > Math.max(1, field.min) || field.min === 0 ? (
            <button
              type="button"
              className="plain"
              aria-label={`${t.remove} ${index + 1}`}
              onClick={() => remove(index)}
            >
              {t.remove}
            </button>
          ) : null}
        </div>
      ))}
      {rows.length < field.max && (
        <button type="button" onClick={() => change([...rows, draftOf(field.of, ground)], [...keys, newKey()])}>
          {field.add?.[language] ?? t.affairs.addRow}
        </button>
      )}
    </Grouped>
  )
}
