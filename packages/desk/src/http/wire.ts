import type { Desk } from '../resources/context.ts'
import { TemplateError } from '../templates/evaluate.ts'
import type { openGateway } from './gateway.ts'
import type { Route } from './routes.ts'

export function wireApis(desk: Desk, gateway: ReturnType<typeof openGateway>): void {
  for (const [id, api] of desk.apis) {
    const routes = api.routes.map(({ key, integration, authorizer }): Route => {
      const target = desk.functions.get(api.integrations.get(integration) ?? '')
      if (target === undefined) throw new TemplateError(`${id}: the route ${key} leads nowhere`)
      const jwt = authorizer === undefined ? undefined : api.authorizers.get(authorizer)
      if (authorizer !== undefined && jwt === undefined)
        throw new TemplateError(`${id}: the authorizer of ${key} is missing`)
      return { key, target, jwt }
    })
    for (const mount of api.mounts) gateway.mount(mount, routes)
  }
}
