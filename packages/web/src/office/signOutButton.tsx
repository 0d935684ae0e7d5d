import { flushDrafts } from '../form/draft/drafts.ts'
import { useTexts } from '../texts/language.ts'
import { signOut } from './session.ts'

/** Ends the session, once what was typed last has left the page. */
export function SignOutButton() {
  const { t } = useTexts()
  return (
    <button type="button" className="plain" onClick={() => void flushDrafts().finally(signOut)}>
      {t.signOut}
    </button>
  )
}
