import { type CfnElement, Duration, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib'
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import type { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'

export type PagesOptions = {
  /** Folder of the built pages. */
  readonly folder: string
  readonly domainName: string
  readonly apiDomainName: string
  readonly certificate: ICertificate
  /** What the front proves itself with to the APIs. */
  readonly frontSecret: string
  /** Addresses that the pages speak to beside their own: where officers sign in. */
  readonly signInAt: readonly string[]
  /** What the pages ask for at their start. */
  readonly config: Readonly<Record<string, unknown>>
}

/** Paths of the app without a file ending are answered with its index. */
const spa = `function handler(event) {
  var request = event.request
  if (request.uri.indexOf('.') === -1) request.uri = '/index.html'
  return request
}`

/** Says to the API who asked. Whatever a caller says of it himself is overwritten. */
const viewer = `function handler(event) {
  var request = event.request
  request.headers['x-viewer-address'] = { value: event.viewer.ip }
  return request
}`

/** The origin of an address: a policy that names a path would match that path alone. */
const originOf = (address: string): string => {
  const parts = Fn.split('/', address)
  return Fn.join('//', [Fn.select(0, parts), Fn.select(2, parts)])
}

const policyFor = (signInAt: readonly string[]): string =>
  [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    // Photos are shown before they are sent, and fetched with a token: both are addresses within the page.
    "img-src 'self' data: blob:",
    // A script that got in somehow can carry a token nowhere else.
    ["connect-src 'self'", ...signInAt.map(originOf)].join(' '),
    "form-action 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')

/** What no page of ours asks a browser for. */
const permissions = 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'

/** The pages behind CloudFront, with the APIs under the same name so that no request crosses an origin. */
export function definePages(scope: Construct, options: PagesOptions): void {
  const closed = {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.RETAIN,
  }
  const logs = new Bucket(scope, 'page-logs', {
    ...closed,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
    lifecycleRules: [{ expiration: Duration.days(400) }],
  })
  const bucket = new Bucket(scope, 'pages', {
    ...closed,
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: 'bucket/',
  })
  const headers = new ResponseHeadersPolicy(scope, 'page-headers', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: policyFor(options.signInAt), override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
    },
    customHeadersBehavior: {
      customHeaders: [
        { header: 'permissions-policy', value: permissions, override: true },
        { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
      ],
    },
  })
  const distribution = new Distribution(scope, 'distribution', {
    domainNames: [options.domainName],
    certificate: options.certificate,
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    defaultRootObject: 'index.html',
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: headers,
      functionAssociations: [
        {
          eventType: FunctionEventType.VIEWER_REQUEST,
          function: new EdgeFunction(scope, 'spa', { code: FunctionCode.fromInline(spa) }),
        },
      ],
    },
    additionalBehaviors: {
      '/api/*': {
        origin: new HttpOrigin(options.apiDomainName, { customHeaders: { 'x-front-secret': options.frontSecret } }),
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
        responseHeadersPolicy: headers,
        functionAssociations: [
          {
            eventType: FunctionEventType.VIEWER_REQUEST,
            function: new EdgeFunction(scope, 'viewer', { code: FunctionCode.fromInline(viewer) }),
          },
        ],
      },
    },
  })
  acknowledge(
    distribution,
    'Its log would keep the paths of personal links, which are secrets; the APIs log routes, and the pages are static',
    'CFR3',
  )
  acknowledge(distribution, 'Residents who work abroad open their personal links from there', 'CFR1')
  acknowledge(
    distribution,
    'The pages are static and the APIs throttle; a web ACL lives in us-east-1, where the account’s owner attaches it',
    'CFR2',
  )
  const logGroup = new LogGroup(scope, 'page-deployment-logs', {
    logGroupName: '/xieshang/city/page-deployment',
    retention: RetentionDays.ONE_YEAR,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  const upload = { destinationBucket: bucket, logGroup }
  // Parts are named by what they hold: whoever has the page of before open still finds those of before.
  const parts = new BucketDeployment(scope, 'page-parts', {
    ...upload,
    sources: [Source.asset(options.folder)],
    exclude: ['*'],
    include: ['assets/*'],
    prune: false,
    cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()],
  })
  const page = new BucketDeployment(scope, 'page-deployment', {
    ...upload,
    distribution,
    sources: [Source.asset(options.folder), Source.jsonData('config.json', options.config)],
    exclude: ['assets/*'],
    cacheControl: [CacheControl.noCache()],
  })
  // The page names its parts, so they are there first.
  page.node.addDependency(parts)
  acknowledgeDeployment(scope, bucket)
}

/** The function that uploads the pages comes with the CDK: what it may do is not ours to write. */
function acknowledgeDeployment(scope: Construct, bucket: Bucket): void {
  const uploader = scope.node.children.find((child) => child.node.id.startsWith('Custom::CDKBucketDeployment'))
  if (uploader === undefined) throw new Error('The CDK names its uploader otherwise now')
  const bucketId = Stack.of(scope).getLogicalId(bucket.node.defaultChild as CfnElement)
  const assets = 'arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*'
  acknowledge(
    uploader,
    'The CDK’s own uploader runs while deploying only: it reads the assets and writes the bucket of the pages',
    'L1',
    'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    ...['s3:GetObject*', 's3:GetBucket*', 's3:List*', 's3:DeleteObject*', 's3:Abort*'].map(
      (action) => `IAM5[Action::${action}]`,
    ),
    ...['*', assets, `<${bucketId}.Arn>/*`].map((resource) => `IAM5[Resource::${resource}]`),
  )
}
