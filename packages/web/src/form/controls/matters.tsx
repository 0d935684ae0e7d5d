import { findMatter, keysOf, type Matter, relations } from '@xieshang/rules'
import { useTexts } from '../../texts/language.ts'
import { type Of, useForm } from '../context.ts'
import { type Draft, groupOf, rowsOf, type Typed, wordsOf } from '../values.ts'
import { Labelled } from './labelled.tsx'
import { TickBox } from './tickBox.tsx'

/** What the law gives to the assembly is not to be taken from it. */
const byLaw = (code: string) => findMatter(code)?.assembly === true

/** What of a matter is otherwise than it was, as a row; nothing where all of it is as it was. */
function rowOf(matter: Matter, after: Draft): Draft | undefined {
  const { label, assembly, withdrawn } = after
  const row: Draft = {
    code: matter.code,
    ...(label !== undefined && wordsOf(groupOf(label).zh) !== matter.label.zh && { label }),
    ...(assembly !== undefined && (assembly !== '') !== matter.assembly && { assembly }),
    ...(withdrawn !== undefined && (withdrawn !== '') !== (matter.withdrawn === true) && { withdrawn }),
  }
  return Object.keys(row).length > 1 ? row : undefined
}

type OneProps = {
  readonly matter: Matter
  readonly row: Draft
  readonly id: string
  readonly path: string
  readonly onChange: (row: Draft) => void
}

function One({ matter, row, id, path, onChange }: OneProps) {
  const { t } = useTexts()
  const { code, label } = matter
  const words = row.label === undefined ? label.zh : wordsOf(groupOf(row.label).zh)
  const ticked = (name: string, before: boolean) => (row[name] === undefined ? before : row[name] !== '')
  const set = (name: string, typed: Typed) => onChange({ ...row, [name]: typed })
  return (
    <div className="inner" data-path={path} data-whole>
      <Labelled id={id} label={code} hint="">
        <input id={id} value={words} maxLength={100} onChange={({ target }) => set('label', { zh: target.value })} />
      </Labelled>
      <TickBox
        checked={ticked('withdrawn', matter.withdrawn === true)}
        onTick={(on) => set('withdrawn', on ? '1' : '')}
      >
        {t.withdraw}
      </TickBox>
      {byLaw(code) ? (
        <p className="quiet">{t.byLaw}</p>
      ) : (
        <TickBox checked={ticked('assembly', matter.assembly)} onTick={(on) => set('assembly', on ? '1' : '')}>
          {t.toAssembly}
        </TickBox>
      )}
    </div>
  )
}

/** M6: the matters of the catalogue by their relation, each to be reworded, withdrawn, or given to the assembly. */
export function Matters(props: Of<'matters'>) {
  const { language } = useTexts()
  const { ground } = useForm()
  const rows = rowsOf(props.typed)
  const change = (matter: Matter, after: Draft) => {
    const row = rowOf(matter, after)
    const others = rows.filter(({ code }) => code !== matter.code)
    props.onChange(row === undefined ? others : [...others, row])
  }
  return (
    <fieldset className="rows">
      <legend>{props.label}</legend>
      {keysOf(relations).map((relation) => (
        <details key={relation}>
          <summary>{relations[relation][language]}</summary>
          {(ground.matters ?? [])
            .filter((matter) => matter.relation === relation)
            .map((matter) => (
              <One
                key={matter.code}
                matter={matter}
                row={rows.find(({ code }) => code === matter.code) ?? {}}
                id={`${props.id}-${matter.code}`}
                path={`${props.path}.${rows.findIndex(({ code }) => code === matter.code)}`}
                onChange={(after) => change(matter, after)}
              />
            ))}
        </details>
      ))}
    </fieldset>
  )
}
