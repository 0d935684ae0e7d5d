import { type Implementation, implement, Problem } from '@xieshang/http'
import * as settingsApi from '@xieshang/http/operations/settings'
import type { PlaceCode } from '@xieshang/kernel'
import {
  type Actor,
  cityBounds,
  type Dated,
  dayOf,
  setCatalogue,
  setParameters,
  settingChanged,
  standingOf,
  toldTo,
} from '@xieshang/rules'
import type { CountyStore, SettingOutcome } from '@xieshang/store'
import { requestOf } from '../wiring/request.ts'

const bounds = Object.fromEntries(
  Object.entries(cityBounds).map(([path, bound]) => [
    path,
    bound.kind === 'share' ? { label: bound.label, clause: bound.clause, kind: bound.kind, least: bound.least } : bound,
  ]),
)

/** Newest first, each with how it stands today. */
const shown = <T>(versions: readonly Dated<T>[], now: string) =>
  versions.map((version) => ({ ...version, standing: standingOf(versions, version, dayOf(now)) })).reverse()

function requireDone(outcome: SettingOutcome, clause: 'G10' | 'M6'): void {
  if (outcome.kind === 'keyReused') throw Problem.of('keyReused')
  if (outcome.kind === 'refused') throw Problem.refused(outcome.refusal)
  if (outcome.kind === 'changed') throw Problem.refused(settingChanged(clause), { version: outcome.revision })
}

/** G10, M6: what the county sets for itself, and what every officer may read of it. */
export function settingsOperations({ settings }: Pick<CountyStore, 'settings'>, tenant: PlaceCode): Implementation[] {
  const parametersView = async (now: string, reader: Actor) => {
    const [current, versions] = await Promise.all([settings.parametersAt(now), settings.parameters.list()])
    return { revision: versions.length, current, versions: shown(toldTo(versions, reader), now), bounds }
  }
  const catalogueView = async (now: string, reader: Actor) => {
    const [current, versions] = await Promise.all([settings.catalogueAt(now), settings.catalogue.list()])
    return { revision: versions.length, current, versions: shown(toldTo(versions, reader), now) }
  }
  return [
    implement(settingsApi.getParameters, async ({ actor, prove }) => {
      prove(tenant, 'around')
      return parametersView(new Date().toISOString(), actor)
    }),
    implement(settingsApi.setParameters, async ({ actor, body, idempotencyKey, ifMatch = 0, prove }) => {
      prove(tenant)
      const now = new Date().toISOString()
      const outcome = await settings.parameters.set({
        revision: ifMatch,
        request: requestOf(actor.sub, idempotencyKey, 'setParameters', body),
        decide: (versions) => setParameters(body, { now, actor, versions }),
      })
      requireDone(outcome, 'G10')
      return parametersView(now, actor)
    }),
    implement(settingsApi.getCatalogueVersions, async ({ actor, prove }) => {
      prove(tenant, 'around')
      return catalogueView(new Date().toISOString(), actor)
    }),
    implement(settingsApi.setCatalogue, async ({ actor, body, idempotencyKey, ifMatch = 0, prove }) => {
      prove(tenant)
      const now = new Date().toISOString()
      const outcome = await settings.catalogue.set({
        revision: ifMatch,
        request: requestOf(actor.sub, idempotencyKey, 'setCatalogue', body),
        decide: (versions) => setCatalogue(body, { now, actor, versions }),
      })
      requireDone(outcome, 'M6')
      return catalogueView(now, actor)
    }),
  ]
}
