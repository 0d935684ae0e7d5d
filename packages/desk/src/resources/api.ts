import { TemplateError } from '../templates/evaluate.ts'
import { type ApiDraft, type Desk, type Make, object, text } from './context.ts'

const draftOf = (desk: Desk, api: unknown): ApiDraft => {
  const draft = desk.apis.get(text(api))
  if (draft === undefined) throw new TemplateError(`There is no API ${text(api)}`)
  return draft
}

/** Its own address is a path of the desk's, unless the template takes it away; a mapping gives it another. */
export const api: Make = (desk, stack, id, properties) => {
  const ref = `${stack.name}-${id}`
  const mounts = properties.DisableExecuteApiEndpoint === true ? [] : [ref]
  desk.apis.set(ref, { routes: [], integrations: new Map(), authorizers: new Map(), mounts })
  return { ref, attributes: { ApiId: ref, ApiEndpoint: `${desk.origin}/${ref}` } }
}

export const integration: Make = (desk, _stack, id, properties) => {
  draftOf(desk, properties.ApiId).integrations.set(id, text(properties.IntegrationUri))
  return { ref: id, attributes: { IntegrationId: id } }
}

export const authorizer: Make = (desk, _stack, id, properties) => {
  const { Issuer, Audience } = object(properties.JwtConfiguration)
  draftOf(desk, properties.ApiId).authorizers.set(id, {
    issuer: text(Issuer),
    audience: [Audience ?? []].flat().map(String),
  })
  return { ref: id, attributes: { AuthorizerId: id } }
}

export const route: Make = (desk, _stack, id, properties) => {
  const jwt = text(properties.AuthorizationType) === 'JWT'
  draftOf(desk, properties.ApiId).routes.push({
    key: text(properties.RouteKey),
    integration: text(properties.Target).replace(/^integrations\//, ''),
    authorizer: jwt ? text(properties.AuthorizerId) : undefined,
  })
  return { ref: id, attributes: { RouteId: id } }
}

export const mapping: Make = (desk, _stack, id, properties) => {
  draftOf(desk, properties.ApiId).mounts.push(text(properties.ApiMappingKey))
  return { ref: id, attributes: { ApiMappingId: id } }
}

export const domainName: Make = (_desk, _stack, _id, properties) => {
  const name = text(properties.DomainName)
  return { ref: name, attributes: { RegionalDomainName: name, RegionalHostedZoneId: 'desk', DomainNameArn: name } }
}
