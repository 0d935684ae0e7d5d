import type { ReactNode } from 'react'
import { type DefaultParams, Link, Route, useLocation } from 'wouter'
import { useTexts } from '../texts/language.ts'
import { address } from './addresses.ts'

/** What stands at an address that leads nowhere, with the way to the face that it lies below. */
export function Unknown() {
  const { t } = useTexts()
  const [path] = useLocation()
  const [, face] = path.split('/')
  const home = [address.office(), address.city()].find((one) => one === `/${face}`) ?? address.start()
  return (
    <main className="page">
      <h1>{t.notFound}</h1>
      <Link href={home}>{t.home}</Link>
    </main>
  )
}

type Readable<Params> = {
  readonly pattern: string
  readonly read: (found: DefaultParams) => Params | undefined
}

/** A page at an address, for a switch. */
export const pageAt = <Params,>({ pattern, read }: Readable<Params>, page: (params: Params) => ReactNode) => (
  <Route<DefaultParams> path={pattern}>
    {(found) => {
      const params = read(found)
      return params === undefined ? <Unknown /> : page(params)
    }}
  </Route>
)
