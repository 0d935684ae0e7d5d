import { runInNewContext } from 'node:vm'
import type { Front } from '../http/front.ts'
import { type Make, object, objects, text } from './context.ts'

/** What the template says that browsers must be told with every page; the desk's own server tells them the same. */
export const responseHeadersPolicy: Make = (desk, _stack, id, properties) => {
  const security = object(object(properties.ResponseHeadersPolicyConfig).SecurityHeadersConfig)
  const policy = text(object(security.ContentSecurityPolicy).ContentSecurityPolicy)
  const referrer = text(object(security.ReferrerPolicy).ReferrerPolicy)
  const frame = text(object(security.FrameOptions).FrameOption)
  if (policy !== '') desk.pageHeaders.set('content-security-policy', policy)
  if (referrer !== '') desk.pageHeaders.set('referrer-policy', referrer)
  if (frame !== '') desk.pageHeaders.set('x-frame-options', frame)
  if (security.ContentTypeOptions !== undefined) desk.pageHeaders.set('x-content-type-options', 'nosniff')
  const custom = object(object(properties.ResponseHeadersPolicyConfig).CustomHeadersConfig)
  for (const { Header, Value } of objects(custom.Items)) desk.pageHeaders.set(text(Header), text(Value))
  return { ref: id, attributes: { Id: id } }
}

/** A function at the edge is a text; what it answers to an event is looked up when the distribution is made. */
export const edgeFunction: Make = (desk, _stack, id, properties) => {
  desk.edgeCode.set(id, text(properties.FunctionCode))
  return { ref: id, attributes: { FunctionARN: id } }
}

/** What a distribution does to requests on their way to the APIs: its own headers, and what its function changes. */
export const distribution: Make = (desk, _stack, id, properties) => {
  const config = object(properties.DistributionConfig)
  for (const behaviour of objects(config.CacheBehaviors)) {
    const origin = objects(config.Origins).find(({ Id }) => Id === behaviour.TargetOriginId)
    const own = objects(origin?.OriginCustomHeaders).map(
      ({ HeaderName, HeaderValue }) => [text(HeaderName).toLowerCase(), text(HeaderValue)] as const,
    )
    const code = objects(behaviour.FunctionAssociations)
      .filter(({ EventType }) => EventType === 'viewer-request')
      .map(({ FunctionARN }) => desk.edgeCode.get(text(FunctionARN)) ?? '')
    desk.fronts.push({
      prefix: text(behaviour.PathPattern).replace(/\*$/, ''),
      headers: Object.fromEntries(own),
      functions: code.map((one) => runInNewContext(`${one}; handler`) as Front['functions'][number]),
    })
  }
  return { ref: id, attributes: { DomainName: id, Id: id } }
}
