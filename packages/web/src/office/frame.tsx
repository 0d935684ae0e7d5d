import { roles } from '@xieshang/rules'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Me } from '../api/staff.ts'
import { address } from '../shared/addresses.ts'
import { LanguageSwitch } from '../shared/parts.tsx'
import { useTexts } from '../texts/language.ts'
import { SignOutButton } from './signOutButton.tsx'

/** What stands around every page of the office: where one is and who one is. */
export function Frame({ me, children }: { me: Me; children: ReactNode }) {
  const { t, language } = useTexts()
  return (
    <>
      <header className="bar">
        <Link href={address.office()} className="brand">
          {t.product}
        </Link>
        <span className="who">
          {me.name}（{roles[me.role].label[language]}）
        </span>
        <LanguageSwitch />
        <SignOutButton />
      </header>
      <main className="page">{children}</main>
    </>
  )
}
