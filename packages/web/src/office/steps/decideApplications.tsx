import { type DecideApplication, decideApplicationFields, reasonProblem } from '@xieshang/rules'
import { staffOf } from '../../api/staff.ts'
import type { DraftKey } from '../../form/draft/useDraft.ts'
import { Form } from '../../form/form.tsx'
import { useTexts } from '../../texts/language.ts'
import type { Acting } from '../acting.ts'

type Props = {
  readonly acting: Acting
  readonly applications: readonly string[]
  readonly where: DraftKey
  readonly onDecided: () => void
}

/** S4: one reason and two buttons, for one application or for all that are ticked. */
export function DecideApplications({ acting, applications, where, onDecided }: Props) {
  const { t } = useTexts()
  const { county, consultation } = acting
  return (
    <Form
      fields={decideApplicationFields}
      division={consultation.division}
      label={t.admit}
      says={{ applications, admit: true }}
      or={{ label: t.decline, says: { applications, admit: false } }}
      refuses={(body) => reasonProblem(body as DecideApplication)}
      where={where}
      onSend={async (body, key) => {
        await staffOf(county).decideApplications(consultation.id, body as DecideApplication, key)
        onDecided()
      }}
    />
  )
}
