import { fileURLToPath } from 'node:url'
import { counties as allCounties, city, linesFor } from '@xieshang/divisions'
import { App, Validations } from 'aws-cdk-lib'
// What CDK recommends to who begins today: without it, a subscription opens its queue's key to all of SNS.
import flags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' }
import { CityStack } from './city-stack.ts'
import { DistinctTemplatesPlugin } from './constructs/distinctTemplates.ts'
import { CountyStack } from './county-stack.ts'

export type AppOptions = {
  readonly outdir?: string
  /** Folder that holds one bundle per function. */
  readonly bundles?: string
  readonly counties?: readonly { readonly code: string; readonly name: string }[]
  readonly domainName?: string
  readonly identity?: 'cognito' | 'oidc'
  /** Folder of the built pages. */
  readonly pages?: string
}

const context = {
  ...flags,
  // What counties take from the city are exports, which CloudFormation does not let anybody take away under them.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  // It would write down what every construct was given, for the makers of the CDK, and takes its time for each.
  '@aws-cdk/core:enableAdditionalMetadataCollection': false,
}

/** CloudFormation hands a stack's tags on to all that is in it. */
const tags = { product: 'xieshang' }

/** The whole city as CDK stacks. */
export function cityApp(options: AppOptions = {}): App {
  const app = new App({ context, treeMetadata: false, ...(options.outdir !== undefined && { outdir: options.outdir }) })
  Validations.of(app).addPlugins(new DistinctTemplatesPlugin())
  const bundles = options.bundles ?? fileURLToPath(new URL('../../.build/functions', import.meta.url))
  const counties = (options.counties ?? allCounties()).map((one) => ({ ...one, places: linesFor(one.code) }))
  const cityStack = new CityStack(app, 'XieshangCity', {
    tags,
    city: city(),
    bundles,
    domainName: options.domainName ?? String(app.node.tryGetContext('domainName') ?? 'xieshang.example'),
    identity: options.identity ?? (app.node.tryGetContext('identity') === 'oidc' ? 'oidc' : 'cognito'),
    pages: options.pages ?? fileURLToPath(new URL('../../packages/web/dist', import.meta.url)),
    counties,
  })
  for (const county of counties) {
    new CountyStack(app, `Xieshang${county.code}`, {
      tags,
      county,
      places: county.places,
      bundles,
      identity: cityStack.identity,
      publicOrigin: cityStack.publicOrigin,
      domain: cityStack.domain,
      cityQueueName: cityStack.queueName,
      cityTopicName: cityStack.topicName,
    })
  }
  return app
}
