import { RemovalPolicy } from 'aws-cdk-lib'
import {
  ApiMapping,
  CfnRoute,
  CfnStage,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  type IDomainName,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'

export type Identity = { readonly issuer: string; readonly audience: string }

export type HttpApiOptions = {
  readonly name: string
  /** Key of the mapping on the domain, e.g. `api/331102`. */
  readonly mount: string
  readonly domain: { readonly name: string; readonly regionalDomainName: string; readonly regionalHostedZoneId: string }
  readonly identity: Identity
  /** Paths that need a token, each with the function that answers. */
  readonly protectedPaths: readonly string[]
  readonly protectedBy: IFunction
  /** Paths open to everybody; `GET /openapi.json` and what no route knows go to the same function. */
  readonly openPaths: readonly string[]
  readonly openBy: IFunction
}

/** An HTTP API whose access log names routes, never paths: the path of a personal link is a secret. */
export function defineHttpApi(scope: Construct, options: HttpApiOptions): HttpApi {
  const authorizer = new HttpJwtAuthorizer('officers', options.identity.issuer, {
    jwtAudience: [options.identity.audience],
  })
  const open = new HttpNoneAuthorizer()
  const openIntegration = new HttpLambdaIntegration('open', options.openBy)
  const protectedIntegration = new HttpLambdaIntegration('protected', options.protectedBy)
  const api = new HttpApi(scope, 'api', {
    apiName: options.name,
    defaultIntegration: openIntegration,
    defaultAuthorizer: open,
    disableExecuteApiEndpoint: true,
  })
  for (const path of options.protectedPaths)
    api.addRoutes({ path, methods: [HttpMethod.ANY], integration: protectedIntegration, authorizer })
  for (const path of options.openPaths)
    api.addRoutes({ path, methods: [HttpMethod.ANY], integration: openIntegration, authorizer: open })
  api.addRoutes({ path: '/openapi.json', methods: [HttpMethod.GET], integration: openIntegration, authorizer: open })
  acknowledge(
    api,
    'Personal links are checked by the function itself; public pages, /openapi.json and unknown routes are for everybody',
    'APIG4',
  )
  const domainName: IDomainName = DomainName.fromDomainNameAttributes(scope, 'domain', options.domain)
  new ApiMapping(scope, 'mapping', { api, domainName, apiMappingKey: options.mount })
  const stage = stageOf(api)
  logAccess(scope, stage, options.name)
  throttle(stage, api)
  return api
}

function stageOf(api: HttpApi): CfnStage {
  const stage = api.defaultStage?.node.defaultChild
  if (!(stage instanceof CfnStage)) throw new Error('The API has no default stage')
  return stage
}

/** Requests a second, and at once: of officers, and apart from them of everybody else. */
const officers = { rate: 200, burst: 500 }
const anybody = { rate: 100, burst: 250 }

/** A flood of anonymous requests takes the share of its own route, and leaves officers theirs. */
function throttle(stage: CfnStage, api: HttpApi): void {
  stage.defaultRouteSettings = { throttlingRateLimit: officers.rate, throttlingBurstLimit: officers.burst }
  stage.routeSettings = Object.fromEntries(
    api.node.findAll().flatMap((route) => {
      if (!(route instanceof CfnRoute) || route.authorizationType !== 'NONE') return []
      // A stage that names a route before it is there cannot be made.
      stage.addResourceDependency(route)
      return [[route.routeKey, { ThrottlingRateLimit: anybody.rate, ThrottlingBurstLimit: anybody.burst }]]
    }),
  )
}

function logAccess(scope: Construct, stage: CfnStage, name: string): void {
  const log = new LogGroup(scope, 'access', {
    logGroupName: `/xieshang/${name}/access`,
    retention: RetentionDays.ONE_YEAR,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  stage.accessLogSettings = {
    destinationArn: log.logGroupArn,
    format: JSON.stringify({
      at: '$context.requestTime',
      requestId: '$context.requestId',
      ip: '$context.identity.sourceIp',
      route: '$context.routeKey',
      status: '$context.status',
      latency: '$context.responseLatency',
      sub: '$context.authorizer.claims.sub',
    }),
  }
}
