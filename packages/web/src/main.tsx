import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { Link, Route, Switch } from 'wouter'
import { reloadOnLostParts, Unbroken } from './shared/broken.tsx'
import { Loading } from './shared/parts.tsx'
import { useTexts } from './texts/language.ts'
import './style/controls.css'
import './style/blocks.css'
import './style/faces.css'
import './style/city.css'
import './style/affairs.css'
import './style/bars.css'
import './style/media.css'
import './style/paper.css'

const Start = lazy(() => import('./start/start.tsx'))
const Office = lazy(() => import('./office/office.tsx'))
const City = lazy(() => import('./city/city.tsx'))
const Callback = lazy(() => import('./office/callback.tsx'))
const ResidentPage = lazy(() => import('./resident/resident.tsx'))
const PublicList = lazy(() => import('./publicPages/list.tsx'))
const PublicCatalogue = lazy(() => import('./publicPages/catalogue.tsx'))
const PublicAffairs = lazy(() => import('./publicPages/affairs.tsx'))
const OpenData = lazy(() => import('./publicPages/openData.tsx'))
const SharedPage = lazy(() => import('./city/shared.tsx'))
const ScreenPage = lazy(() => import('./publicPages/screen.tsx'))
const PublicOne = lazy(() => import('./publicPages/one.tsx'))

function Nothing() {
  const { t } = useTexts()
  return (
    <main className="page">
      <h1>{t.notFound}</h1>
      <Link href="/">{t.home}</Link>
    </main>
  )
}

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root')
reloadOnLostParts()
createRoot(root).render(
  <StrictMode>
    <Unbroken>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/" component={Start} />
          <Route path="/callback" component={Callback} />
          <Route path="/office/*?" component={Office} />
          <Route path="/city/*?" component={City} />
          <Route path="/r/:county/:token">
            {({ county, token }) => <ResidentPage county={county} token={token} />}
          </Route>
          <Route path="/p/:county">{({ county }) => <PublicList county={county} />}</Route>
          <Route path="/p/:county/catalogue">{({ county }) => <PublicCatalogue county={county} />}</Route>
          <Route path="/p/:county/affairs/:kind?">
            {({ county, kind }) => <PublicAffairs county={county} {...(kind !== undefined && { kind })} />}
          </Route>
          <Route path="/p/:county/open-data">{({ county }) => <OpenData county={county} />}</Route>
          <Route path="/shared/:kind?">{({ kind }) => <SharedPage {...(kind !== undefined && { kind })} />}</Route>
          <Route path="/p/:county/:id">{({ county, id }) => <PublicOne county={county} id={id} />}</Route>
          <Route path="/screen/:division">{({ division }) => <ScreenPage division={division} />}</Route>
          <Route component={Nothing} />
        </Switch>
      </Suspense>
    </Unbroken>
  </StrictMode>,
)
