import type { Consultation } from '../../api/staff.ts'
import { useTexts } from '../../texts/language.ts'
import type { Acting } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'

type Round = Consultation['rounds'][number]

/** P6a: hands counted by one officer and counted again by another. */
export function Hands({ acting, round: { round, entry } }: { acting: Acting; round: Round }) {
  const { t } = useTexts()
  const own = entry?.by.own === true
  const confirming = entry !== undefined && !own
  return (
    <>
      {entry !== undefined && <p className="warning">{own ? t.enteredBy(entry.by.name) : t.confirmHint}</p>}
      <CommandForm
        acting={acting}
        command={confirming ? 'confirmHands' : 'enterHands'}
        draft="hands"
        known={{ round }}
        label={confirming ? t.confirmHands : t.enterHands}
      />
    </>
  )
}
