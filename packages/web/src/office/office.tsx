import { queryOptions, useQuery } from '@tanstack/react-query'
import { isPlaceCode, levelOf, tenantOf } from '@xieshang/kernel'
import { lazy } from 'react'
import { Route, Switch } from 'wouter'
import { answered } from '../api/client.ts'
import { countyClient, type Me } from '../api/staff.ts'
import { Awaited } from '../queries/awaited.tsx'
import { Queries } from '../queries/provider.tsx'
import { address } from '../shared/addresses.ts'
import { allowedTo } from '../shared/allowedTo.ts'
import { Loading } from '../shared/parts.tsx'
import { ApiFailure } from '../shared/problem.ts'
import { pageAt, Unknown } from '../shared/unknown.tsx'
import { Archive } from './archive.tsx'
import { ConsultationPage } from './consultation.tsx'
import { Home } from './home.tsx'
import { Onlooker } from './onlooker.tsx'
import { Propose } from './propose.tsx'
import { RecordPage } from './recordPage.tsx'
import { Register } from './register.tsx'
import { currentUser, signIn } from './session.ts'
import { CataloguePage } from './settings/catalogue.tsx'
import { ParameterPage } from './settings/parameters.tsx'

// A section of its own that many never open.
const AffairsOffice = lazy(() => import('../affairs/office.tsx'))

/** Who is signed in; a visitor goes to sign in, the city's people to their dashboard. */
async function whoAmI(): Promise<Me | 'elsewhere'> {
  const user = await currentUser()
  if (user === undefined) {
    await signIn()
    return new Promise(() => undefined)
  }
  const tenant = String(user.profile.tenant ?? '')
  if (!isPlaceCode(tenant) || levelOf(tenant) !== 'county') return 'elsewhere'
  try {
    return await answered(countyClient(tenant).GET('/me'))
  } catch (error) {
    // The answer told the time, and by it the sign-in may be over.
    if (!(error instanceof ApiFailure && error.problem.status === 401) || (await currentUser()) !== undefined)
      throw error
    await signIn()
    return new Promise(() => undefined)
  }
}

const meQuery = queryOptions({ queryKey: ['me'], queryFn: whoAmI, staleTime: Number.POSITIVE_INFINITY })

/** The officers' face. */
export default function Office() {
  return (
    <Queries>
      <Pages />
    </Queries>
  )
}

function Pages() {
  const query = useQuery(meQuery)
  const me = query.data
  if (me === undefined)
    return (
      <main className="page">
        <Awaited query={query} />
      </main>
    )
  if (me === 'elsewhere') {
    location.replace(address.city())
    return <Loading />
  }
  const county = tenantOf(me.division.code)
  if (!allowedTo(me, 'read')) return <Onlooker me={me} county={county} />
  return (
    <Switch>
      {pageAt(address.register, ({ village }) => (
        <Register me={me} county={county} village={village} />
      ))}
      {pageAt(address.propose, ({ division }) => (
        <Propose me={me} county={county} division={division} />
      ))}
      {pageAt(address.archive, ({ division }) => (
        <Archive me={me} division={division} />
      ))}
      {pageAt(address.record, ({ id }) => (
        <RecordPage county={county} id={id} />
      ))}
      {pageAt(address.settings, () => (
        <ParameterPage me={me} county={county} />
      ))}
      {pageAt(address.catalogue, () => (
        <CataloguePage me={me} county={county} />
      ))}
      {pageAt(address.consultation, ({ id }) => (
        <ConsultationPage me={me} county={county} id={id} />
      ))}
      {pageAt(address.entry, (params) => (
        <AffairsOffice me={me} {...params} />
      ))}
      {pageAt(address.entries, (params) => (
        <AffairsOffice me={me} {...params} />
      ))}
      {pageAt(address.affairs, (params) => (
        <AffairsOffice me={me} {...params} />
      ))}
      {pageAt(address.office, ({ division }) => (
        <Home me={me} division={division ?? me.division.code} />
      ))}
      <Route component={Unknown} />
    </Switch>
  )
}
