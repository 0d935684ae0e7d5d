import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'

export type FunctionOptions = {
  readonly tenant: string
  /** Folder with the bundled function; the same for every tenant, so that it is one asset. */
  readonly bundle: string
  readonly environment: Readonly<Record<string, string>>
  readonly memory?: number
  readonly timeout?: Duration
  readonly description: string
  /** Where an event lies that it could not handle when nobody waits for its answer. */
  readonly deadLetters?: IQueue
}

/** One of our functions: Node 24 on arm64, its own log group kept for a year (network logs: at least six months). */
export function defineFunction(scope: Construct, name: string, options: FunctionOptions): LambdaFunction {
  const functionName = `xieshang-${options.tenant}-${name}`
  const logGroup = new LogGroup(scope, `${name}-logs`, {
    logGroupName: `/xieshang/${options.tenant}/${name}`,
    retention: RetentionDays.ONE_YEAR,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  const role = new Role(scope, `${name}-role`, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    description: `What ${functionName} may do`,
  })
  role.addToPolicy(
    new PolicyStatement({
      effect: Effect.ALLOW,
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    }),
  )
  acknowledge(role, 'Traces have no ARN, and a log group’s streams are below its own ARN', 'IAM5[Resource::*]')
  return new LambdaFunction(scope, name, {
    functionName,
    role,
    description: options.description,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: Code.fromAsset(options.bundle),
    memorySize: options.memory ?? 512,
    timeout: options.timeout ?? Duration.seconds(20),
    tracing: Tracing.ACTIVE,
    environment: {
      TENANT: options.tenant,
      LOG_LEVEL: 'info',
      NODE_OPTIONS: '--enable-source-maps',
      ...options.environment,
    },
    logGroup,
    ...(options.deadLetters !== undefined && { deadLetterQueue: options.deadLetters }),
  })
}
