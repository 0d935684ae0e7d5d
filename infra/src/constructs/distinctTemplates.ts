import { readFileSync } from 'node:fs'
import {
  CloudFormationValidatePlugin,
  type IPolicyValidationContext,
  type PolicyValidationPluginReport,
} from 'aws-cdk-lib'

type Template = {
  readonly Resources?: Readonly<Record<string, { readonly Type: string; readonly Properties?: unknown }>>
}

/** What a value is made of, whatever its texts say: two counties differ in their code, their name and their places. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf)
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? '' : value
  return Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)])
}

/** The shape of a template: its resources in their order, each with its type; what a custom resource is told is its own. */
function shapeOfTemplate(path: string): string {
  const { Resources: resources = {}, ...around } = JSON.parse(readFileSync(path, 'utf8')) as Template
  const shapes = Object.values(resources).map(({ Type: type, Properties: properties, ...rest }) => [
    type,
    type.startsWith('Custom::') ? undefined : shapeOf(properties),
    shapeOf(rest),
  ])
  return JSON.stringify([shapes, shapeOf(around)])
}

/**
 * CDK's own check of what CloudFormation takes, once for each shape of a template: a hundred counties are the same stack
 * a hundred times, and checking each was half of a synthesis.
 */
export class DistinctTemplatesPlugin extends CloudFormationValidatePlugin {
  override validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const stacks = Map.groupBy(context.stackTemplates, ({ templatePath }) => shapeOfTemplate(templatePath)).values()
    return super.validate({ ...context, stackTemplates: [...stacks].flatMap(([first]) => first ?? []) })
  }
}
