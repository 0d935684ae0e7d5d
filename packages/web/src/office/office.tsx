import { levelOf, tenantOf } from '@xieshang/kernel'
import { lazy } from 'react'
import { Route, Switch } from 'wouter'
import { type Me, staffOf } from '../api/staff.ts'
import { Loading, ProblemBox } from '../shared/parts.tsx'
import { ApiFailure } from '../shared/problem.ts'
import { useLoad } from '../shared/useLoad.ts'
import { Archive } from './archive.tsx'
import { ConsultationPage } from './consultation.tsx'
import { Home } from './home.tsx'
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
  if (levelOf(tenant) !== 'county') return 'elsewhere'
  try {
    return await staffOf(tenant).me()
  } catch (error) {
    // The answer told the time, and by it the sign-in may be over.
    if (!(error instanceof ApiFailure && error.problem.status === 401) || (await currentUser()) !== undefined)
      throw error
    await signIn()
    return new Promise(() => undefined)
  }
}

/** The officers' face. */
export default function Office() {
  const { data: me, error, reload } = useLoad(whoAmI, 'me')
  if (me === undefined)
    return (
      <main className="page">{error === undefined ? <Loading /> : <ProblemBox error={error} retry={reload} />}</main>
    )
  if (me === 'elsewhere') {
    location.replace('/city')
    return <Loading />
  }
  const county = tenantOf(me.division.code)
  return (
    <Switch>
      <Route path="/office/register/:village">
        {({ village }) => <Register me={me} county={county} village={village} />}
      </Route>
      <Route path="/office/propose/:division">
        {({ division }) => <Propose me={me} county={county} division={division} />}
      </Route>
      <Route path="/office/archive/:division">{({ division }) => <Archive me={me} division={division} />}</Route>
      <Route path="/office/c/:id/record">{({ id }) => <RecordPage county={county} id={id} />}</Route>
      <Route path="/office/settings">
        <ParameterPage me={me} county={county} />
      </Route>
      <Route path="/office/catalogue">
        <CataloguePage me={me} county={county} />
      </Route>
      <Route path="/office/c/:id">{({ id }) => <ConsultationPage me={me} county={county} id={id} />}</Route>
      <Route path="/office/affairs/:division/:kind/:id">{(params) => <AffairsOffice me={me} {...params} />}</Route>
      <Route path="/office/affairs/:division/:kind">{(params) => <AffairsOffice me={me} {...params} />}</Route>
      <Route path="/office/affairs/:division">{(params) => <AffairsOffice me={me} {...params} />}</Route>
      <Route path="/office/:division?">
        {({ division }) => <Home me={me} county={county} division={division ?? me.division.code} />}
      </Route>
    </Switch>
  )
}
