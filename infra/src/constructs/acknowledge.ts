import { Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

/** Findings of the AWS Solutions rules that are right as they are, each with the reason, on the narrowest construct. */
export function acknowledge(scope: IConstruct, reason: string, ...rules: readonly string[]): void {
  Validations.of(scope).acknowledge(...rules.map((rule) => ({ id: `AwsSolutions::AwsSolutions-${rule}`, reason })))
}
