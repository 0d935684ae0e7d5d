import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { App, CfnResource, Stack, Validations } from 'aws-cdk-lib'
import { expect, it } from 'vitest'
import { DistinctTemplatesPlugin } from '../src/constructs/distinctTemplates.ts'

type Report = {
  readonly pluginReports: readonly {
    readonly violations: readonly { readonly violatingConstructs: readonly { readonly constructPath: string }[] }[]
  }[]
}

/** Stacks of one queue each, and where the check found something wrong. */
function foundIn(properties: readonly object[]): string[] {
  const app = new App()
  Validations.of(app).addPlugins(new DistinctTemplatesPlugin())
  properties.forEach((of, index) => {
    new CfnResource(new Stack(app, `Stack${index}`), 'queue', { type: 'AWS::SQS::Queue', properties: of })
  })
  app.synth()
  const report = JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8')) as Report
  return report.pluginReports.flatMap(({ violations }) =>
    violations.flatMap(({ violatingConstructs }) => violatingConstructs.map(({ constructPath }) => constructPath)),
  )
}

const wrong = { QueueName: 'one', Delay: 900 }

it('a template is checked once for each shape, whatever its texts say', () => {
  expect(foundIn([wrong, { ...wrong, QueueName: 'two' }])).toEqual(['Stack0/queue'])
})

it('a template that is made otherwise is checked as well', () => {
  expect(foundIn([{ QueueName: 'one' }, wrong, { ...wrong, Delay: 901 }])).toEqual(['Stack1/queue', 'Stack2/queue'])
})
