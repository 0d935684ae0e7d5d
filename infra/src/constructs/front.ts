import { CfnParameter } from 'aws-cdk-lib'
import type { Construct } from 'constructs'

/**
 * What the front proves itself with to the APIs behind it: one value for the city and all its counties, given when they
 * are deployed. Who knows it could say that a request came from another address, and no more.
 */
export const frontSecretOf = (scope: Construct): string =>
  new CfnParameter(scope, 'FrontSecret', {
    description: 'A long random text, the same for all stacks: by it an API knows that the front speaks',
    noEcho: true,
    minLength: 32,
    maxLength: 128,
    allowedPattern: '[A-Za-z0-9]*',
  }).valueAsString
