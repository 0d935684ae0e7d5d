import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { Route, Switch } from 'wouter'
import { address } from './shared/addresses.ts'
import { reloadOnLostParts, Unbroken } from './shared/broken.tsx'
import { Loading } from './shared/parts.tsx'
import { pageAt, Unknown } from './shared/unknown.tsx'
import './style/tokens.css'
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

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root')
reloadOnLostParts()
createRoot(root).render(
  <StrictMode>
    <Unbroken>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path={address.start.pattern} component={Start} />
          <Route path={address.callback.pattern} component={Callback} />
          <Route path="/office/*?" component={Office} />
          <Route path="/city/*?" component={City} />
          {pageAt(address.resident, ({ county, token }) => (
            <ResidentPage county={county} token={token} />
          ))}
          {pageAt(address.publicList, ({ county }) => (
            <PublicList county={county} />
          ))}
          {pageAt(address.publicCatalogue, ({ county }) => (
            <PublicCatalogue county={county} />
          ))}
          {pageAt(address.publicAffairs, (params) => (
            <PublicAffairs {...params} />
          ))}
          {pageAt(address.openData, ({ county }) => (
            <OpenData county={county} />
          ))}
          {pageAt(address.shared, (params) => (
            <SharedPage {...params} />
          ))}
          {pageAt(address.publicOne, ({ county, id }) => (
            <PublicOne county={county} id={id} />
          ))}
          {pageAt(address.screen, ({ division }) => (
            <ScreenPage division={division} />
          ))}
          <Route component={Unknown} />
        </Switch>
      </Suspense>
    </Unbroken>
  </StrictMode>,
)
