import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { emptyCityApp } from './city.ts'
import { Stack, synthesizedStacks } from './template.ts'

const { city, counties } = synthesizedStacks()
const stacks = [city, ...counties]
const one = (stack: Stack, type: string) => {
  const [[, properties] = ['', {}]] = stack.of(type)
  return properties
}
const text = (value: unknown) => JSON.stringify(value)

/** Names of fields, in any log of AWS that we know, which hold where a request went or came from. */
const tells =
  /uri|path|query|referr?er|cs\(|x-host|resourcePath|domainName|httpMethod.*path|\$context\.authorizer\.error/i

describe('personal links', () => {
  it('are in no log of any layer: none keeps a path, a query or a referer', () => {
    for (const stack of stacks) {
      for (const [id, { DistributionConfig }] of stack.of('AWS::CloudFront::Distribution')) {
        // The log of a distribution keeps all fields, for all its paths.
        expect(text(DistributionConfig), id).not.toContain('"Logging"')
        expect(text(DistributionConfig), id).not.toContain('RealtimeLogConfigArn')
      }
      for (const [id, delivery] of stack.of('AWS::Logs::Delivery')) {
        // Without a choice of fields a delivery keeps them all.
        expect(delivery.RecordFields, id).toBeDefined()
        expect(text(delivery.RecordFields), id).not.toMatch(tells)
      }
      for (const [id, { AccessLogSettings }] of stack.of('AWS::ApiGatewayV2::Stage')) {
        const { Format } = AccessLogSettings as { Format: string }
        expect(Format, id).not.toMatch(tells)
        expect(Object.values(JSON.parse(Format) as Record<string, string>).toSorted(), id).toEqual(
          [
            '$context.authorizer.claims.sub',
            '$context.identity.sourceIp',
            '$context.requestId',
            '$context.requestTime',
            '$context.responseLatency',
            '$context.routeKey',
            '$context.status',
          ].toSorted(),
        )
      }
      expect(
        [...stack.resources.values()].map(({ Type }) => Type).filter((type) => /WAFv2::Logging|RealtimeLog/.test(type)),
      ).toEqual([])
    }
  })
})

describe('the front', () => {
  const distribution = one(city, 'AWS::CloudFront::Distribution').DistributionConfig as {
    Origins: { Id: string; OriginCustomHeaders?: { HeaderName: string; HeaderValue: unknown }[] }[]
    CacheBehaviors: { PathPattern: string; TargetOriginId: string; FunctionAssociations: { FunctionARN: unknown }[] }[]
  }
  const api = distribution.CacheBehaviors.find(({ PathPattern }) => PathPattern === '/api/*')

  it('proves itself to the APIs with one secret, which no template and no console shows', () => {
    const origin = distribution.Origins.find(({ Id }) => Id === api?.TargetOriginId)
    expect(origin?.OriginCustomHeaders).toEqual([{ HeaderName: 'x-front-secret', HeaderValue: { Ref: 'FrontSecret' } }])
    for (const { parameters } of stacks) expect(parameters.FrontSecret).toMatchObject({ NoEcho: true, MinLength: 32 })
    for (const { parameters } of stacks) expect(parameters.FrontSecret).not.toHaveProperty('Default')
    for (const county of counties) {
      const [, resident] =
        county.of('AWS::Lambda::Function').find(([, fn]) => String(fn.FunctionName).endsWith('-resident')) ?? []
      expect(text(resident?.Environment)).toContain('"FRONT_SECRET":{"Ref":"FrontSecret"}')
    }
  })

  it('says who asked, whatever a caller says of himself', () => {
    const codes = city.of('AWS::CloudFront::Function').map(([, { FunctionCode }]) => String(FunctionCode))
    const code = codes.find((source) => source.includes('x-viewer-address')) ?? ''
    const run = runInNewContext(`${code}; handler`) as (event: object) => { headers: object }
    const headers = { 'x-viewer-address': { value: '1.2.3.4' }, accept: { value: 'x' } }
    const asked = run({ request: { headers, uri: '/api/331102/links/t' }, viewer: { ip: '198.51.100.7' } })
    expect(JSON.parse(text(asked.headers))).toEqual({
      'x-viewer-address': { value: '198.51.100.7' },
      accept: { value: 'x' },
    })
    expect(text(api?.FunctionAssociations)).toContain('viewer')
  })
})

describe('what a page may do', () => {
  const headersOf = (stack: Stack) =>
    one(stack, 'AWS::CloudFront::ResponseHeadersPolicy').ResponseHeadersPolicyConfig as {
      SecurityHeadersConfig: { ContentSecurityPolicy: { ContentSecurityPolicy: unknown } }
      CustomHeadersConfig: { Items: { Header: string; Value: string }[] }
    }

  it.each(['oidc', 'cognito'] as const)(
    'is to speak to its own address and to where officers sign in: %s',
    (identity) => {
      const artifact = emptyCityApp({ identity })
        .synth()
        .stacks.find(({ stackName }) => stackName === 'XieshangCity')
      if (artifact === undefined) throw new Error('There is no city')
      const policy = text(headersOf(new Stack(artifact)).SecurityHeadersConfig.ContentSecurityPolicy)
      expect(policy).not.toMatch(/https:[; ]|\*|unsafe-eval/)
      for (const rule of ["connect-src 'self' ", "form-action 'self'", "object-src 'none'", "base-uri 'none'"])
        expect(policy).toContain(rule)
      const speaksTo = identity === 'oidc' ? ['OidcIssuer'] : ['cognito-idp', 'amazoncognito']
      for (const place of speaksTo) expect(policy).toContain(place)
    },
  )

  it('leaves out what no page of ours needs', () => {
    const items = Object.fromEntries(
      headersOf(city).CustomHeadersConfig.Items.map(({ Header, Value }) => [Header, Value]),
    )
    expect(items).toEqual({
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
      'cross-origin-opener-policy': 'same-origin',
    })
  })
})

describe('the pages', () => {
  it('are uploaded so that parts of the version before stay and may be kept for ever, and the page itself is asked for each time', () => {
    const uploads = city.of('Custom::CDKBucketDeployment').map(([, { Prune, Include, Exclude, SystemMetadata }]) => ({
      ...{ Prune, Include, Exclude },
      cache: (SystemMetadata as { 'cache-control': string })['cache-control'],
    }))
    expect(uploads).toEqual([
      { Prune: false, Include: ['assets/*'], Exclude: ['*'], cache: 'public, max-age=31536000, immutable' },
      { Prune: true, Include: undefined, Exclude: ['assets/*'], cache: 'no-cache' },
    ])
  })
})

describe('throttles', () => {
  it('of every route that is open to anybody are its own, below those of officers', () => {
    for (const stack of stacks) {
      const { DefaultRouteSettings, RouteSettings } = one(stack, 'AWS::ApiGatewayV2::Stage') as {
        DefaultRouteSettings: { ThrottlingRateLimit: number }
        RouteSettings: Record<string, { ThrottlingRateLimit: number; ThrottlingBurstLimit: number }>
      }
      const open = stack
        .of('AWS::ApiGatewayV2::Route')
        .flatMap(([, { RouteKey, AuthorizationType }]) => (AuthorizationType === 'NONE' ? [String(RouteKey)] : []))
      expect(Object.keys(RouteSettings).toSorted()).toEqual(open.toSorted())
      for (const { ThrottlingRateLimit, ThrottlingBurstLimit } of Object.values(RouteSettings)) {
        expect(ThrottlingRateLimit).toBeLessThan(DefaultRouteSettings.ThrottlingRateLimit)
        expect(ThrottlingBurstLimit).toBeGreaterThan(0)
      }
    }
  })
})
