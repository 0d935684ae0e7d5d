import { CfnParameter, Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { CfnDomainName } from 'aws-cdk-lib/aws-apigatewayv2'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Alias } from 'aws-cdk-lib/aws-kms'
import { Topic } from 'aws-cdk-lib/aws-sns'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { acknowledge } from './constructs/acknowledge.ts'
import { defineDeliveryLog } from './constructs/delivery-log.ts'
import { feedFrom } from './constructs/feed.ts'
import { frontSecretOf } from './constructs/front.ts'
import { defineFunction } from './constructs/function.ts'
import { defineHttpApi, type HttpApiOptions, type Identity } from './constructs/http-api.ts'
import { definePages } from './constructs/pages.ts'
import { type CountyPlaces, placesPartition, tellPlaces, writesPlaces } from './constructs/places.ts'
import { defineDeadQueue, defineQueue } from './constructs/queue.ts'
import { defineTable } from './constructs/table.ts'
import { cognitoIdentity, oidcIdentity } from './identity.ts'

export type CityStackProps = StackProps & {
  readonly city: { readonly code: string; readonly name: string }
  readonly bundles: string
  readonly domainName: string
  /** Who signs officers in: a user pool of our own, or an OpenID issuer named at deployment. */
  readonly identity: 'cognito' | 'oidc'
  /** Folder of the built pages. */
  readonly pages: string
  readonly counties: readonly (CountyPlaces & { readonly name: string })[]
}

/** The city: one table of figures fed by every county's topic, one API, one domain, one identity. */
export class CityStack extends Stack {
  readonly identity: Identity
  readonly publicOrigin: string
  readonly queueName = 'xieshang-city-summaries'
  readonly domain: HttpApiOptions['domain']
  /** Of the topic on which the city speaks to its counties; each listens for what is meant for it. */
  readonly topicName = 'xieshang-city'

  constructor(scope: Construct, id: string, props: CityStackProps) {
    super(scope, id, props)
    this.publicOrigin = new CfnParameter(this, 'PublicOrigin', {
      default: `https://${props.domainName}`,
      description: 'Where people open the pages; personal links begin with it',
    }).valueAsString
    const signIn =
      props.identity === 'oidc'
        ? oidcIdentity(this)
        : cognitoIdentity(this, { tenant: props.city.code, bundles: props.bundles, origin: this.publicOrigin })
    this.identity = signIn
    const certificate = new CfnParameter(this, 'CertificateArn', {
      default: 'arn:aws:acm:us-east-1:000000000000:certificate/replace-me',
      description: 'Certificate for the pages and, by a subject alternative name, for the APIs',
    })
    const apiDomainName = `api.${props.domainName}`
    const domain = new CfnDomainName(this, 'domain-name', {
      domainName: apiDomainName,
      domainNameConfigurations: [
        { certificateArn: certificate.valueAsString, endpointType: 'REGIONAL', securityPolicy: 'TLS_1_2' },
      ],
    })
    this.domain = {
      name: domain.ref,
      regionalDomainName: domain.attrRegionalDomainName,
      regionalHostedZoneId: domain.attrRegionalHostedZoneId,
    }
    const table = defineTable(this, 'table', { tableName: 'xieshang-city' })
    const timeout = Duration.seconds(30)
    const summaries = defineQueue(this, 'summaries', { queueName: this.queueName, timeout })
    summaries.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('sns.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [summaries.queueArn],
        conditions: {
          ArnEquals: {
            'aws:SourceArn': props.counties.map(({ code }) =>
              this.formatArn({ service: 'sns', resource: `xieshang-${code}` }),
            ),
          },
        },
      }),
    )
    const topic = new Topic(this, 'topic', {
      topicName: this.topicName,
      displayName: '协商',
      masterKey: Alias.fromAliasName(this, 'topic-key', 'alias/aws/sns'),
      enforceSSL: true,
    })
    const define = (
      name: string,
      description: string,
      environment: Readonly<Record<string, string>> = {},
      deadLetters?: Queue,
    ) =>
      defineFunction(this, name, {
        tenant: props.city.code,
        bundle: `${props.bundles}/${name}`,
        description: `${props.city.name}: ${description}`,
        environment: { TABLE_NAME: table.tableName, ...environment },
        timeout,
        ...(deadLetters !== undefined && { deadLetters }),
      })
    const city = define('city', 'the dashboard and the notes of the city', {
      TOPIC_ARN: topic.topicArn,
      COUNTIES: props.counties.map(({ code }) => code).join(),
    })
    const ingest = define('ingest', 'keeps the figures', { TOPIC_ARN: topic.topicArn })
    const index = `${table.tableArn}/index/GSI1`
    city.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:Query'], resources: [table.tableArn, index] }))
    city.addToRolePolicy(
      new PolicyStatement({ actions: ['dynamodb:GetItem', 'dynamodb:PutItem'], resources: [table.tableArn] }),
    )
    // What was typed of a note is thrown away once it is sent; nothing else is.
    city.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:DeleteItem'],
        resources: [table.tableArn],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['DRAFTS#*'] } },
      }),
    )
    city.addToRolePolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: [topic.topicArn] }))
    ingest.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
        resources: [table.tableArn],
      }),
    )
    // A county is asked for what is missing.
    ingest.addToRolePolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: [topic.topicArn] }))
    const places = define('places', 'writes the places that come with a deployment')
    places.addToRolePolicy(
      new PolicyStatement({
        actions: writesPlaces.map((verb) => `dynamodb:${verb}`),
        resources: [table.tableArn],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [placesPartition] } },
      }),
    )
    for (const county of props.counties) tellPlaces(places, county)
    feedFrom(ingest, summaries, { id: 'summaries-source', batchSize: 10, maxConcurrency: 2 })
    const receiptsDead = defineDeadQueue(this, 'receipts-dead', { queueName: 'xieshang-city-receipts-dead' })
    acknowledge(receiptsDead, 'It is the dead-letter queue of a function that logs call', 'SQS3')
    const receipts = define(
      'receipts',
      'tells the counties what became of SMS',
      { TOPIC_ARN: topic.topicArn },
      receiptsDead,
    )
    receipts.addToRolePolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: [topic.topicArn] }))
    defineDeliveryLog(this, receipts)
    defineHttpApi(this, {
      name: 'xieshang-city',
      mount: 'api/city',
      domain: this.domain,
      identity: this.identity,
      protectedPaths: [
        '/me',
        '/dashboard',
        '/dashboard/{proxy+}',
        '/figures/{proxy+}',
        '/shared/{proxy+}',
        '/overdue/{proxy+}',
        '/rewritten',
        '/chains/{proxy+}',
        '/notes',
        '/notes/{proxy+}',
        '/drafts/{proxy+}',
      ],
      protectedBy: city,
      openPaths: [],
      openBy: city,
    })
    definePages(this, {
      folder: props.pages,
      domainName: props.domainName,
      apiDomainName,
      frontSecret: frontSecretOf(this),
      signInAt: signIn.at,
      certificate: Certificate.fromCertificateArn(this, 'certificate', certificate.valueAsString),
      config: {
        issuer: signIn.issuer,
        clientId: signIn.clientId,
        audience: signIn.audience,
        city: { code: props.city.code, name: props.city.name },
        counties: props.counties.map(({ code, name }) => ({ code, name })),
      },
    })
  }
}
