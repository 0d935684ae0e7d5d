import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { expect, it } from 'vitest'
import { emptyCityApp } from './city.ts'

type Report = {
  readonly pluginReports: readonly {
    readonly pluginName: string
    readonly violations: readonly { ruleName: string; violatingConstructs: readonly { constructPath: string }[] }[]
  }[]
}

// Synthesis and every rule take long on a machine that does much else.
it.each(['cognito', 'oidc'] as const)(
  'cdk-nag finds nothing that has no reason (%s)',
  { timeout: 120_000 },
  (identity) => {
    const app = emptyCityApp({ identity })
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
    const thrown: unknown[] = []
    try {
      app.synth()
    } catch (error) {
      thrown.push(error)
    }
    const report = JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8')) as Report
    const found = report.pluginReports.flatMap(({ violations }) =>
      violations.flatMap(({ ruleName, violatingConstructs }) =>
        violatingConstructs.map(({ constructPath }) => `${ruleName} ${constructPath}`),
      ),
    )
    expect(found).toEqual([])
    expect(thrown).toEqual([])
    expect(report.pluginReports.map(({ pluginName }) => pluginName)).toContain('AwsSolutions')
  },
)

it('cfn-lint finds no error, where it is installed', async ({ annotate }) => {
  const run = promisify(execFile)
  const installed = await run('cfn-lint', ['--version']).then(
    () => true,
    () => false,
  )
  if (!installed) {
    await annotate('cfn-lint is not installed here (pip install cfn-lint): the templates were not linted')
    return
  }
  const assembly = emptyCityApp().synth()
  const files = assembly.stacks.slice(0, 2).map(({ templateFullPath }) => templateFullPath)
  // W3005: the CDK names dependencies twice. W3045: CloudFront's log delivery still wants the bucket's ACL.
  const { stdout } = await run('cfn-lint', ['--ignore-checks', 'W3005', 'W3045', '--', ...files])
  expect(stdout).toBe('')
}, 120_000)
