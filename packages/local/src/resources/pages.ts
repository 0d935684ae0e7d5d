import { type Make, object, text } from './context.ts'

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
  return { ref: id, attributes: { Id: id } }
}
