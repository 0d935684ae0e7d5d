import { CfnParameter } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { Identity } from './constructs/http-api.ts'

/** Any OpenID issuer, named when the stack is deployed. */
export function oidcIdentity(scope: Construct): Identity {
  const issuer = new CfnParameter(scope, 'OidcIssuer', { description: 'Issuer of the officers’ tokens' })
  const audience = new CfnParameter(scope, 'OidcAudience', { description: 'Audience that the tokens must name' })
  return { issuer: issuer.valueAsString, audience: audience.valueAsString }
}
