import { CfnParameter, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import {
  CfnUserPool,
  FeaturePlan,
  LambdaVersion,
  Mfa,
  OAuthScope,
  StringAttribute,
  UserPool,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito'
import type { Construct } from 'constructs'
import { defineFunction } from './constructs/function.ts'
import type { Identity } from './constructs/http-api.ts'

/** What the pages tell the identity provider, beside what the APIs check. */
export type SignIn = Identity & {
  readonly clientId: string
  /** Addresses that the pages speak to for it. */
  readonly at: readonly string[]
}

/** Any OpenID issuer, named when the stack is deployed. */
export function oidcIdentity(scope: Construct): SignIn {
  const issuer = new CfnParameter(scope, 'OidcIssuer', { description: 'Issuer of the officers’ tokens' })
  const audience = new CfnParameter(scope, 'OidcAudience', { description: 'Audience that the tokens must name' })
  return {
    issuer: issuer.valueAsString,
    audience: audience.valueAsString,
    clientId: 'xieshang-web',
    at: [issuer.valueAsString],
  }
}

/** A user pool of our own: users made by administrators only, a second factor, claims by a trigger. */
export function cognitoIdentity(
  scope: Construct,
  options: { readonly tenant: string; readonly bundles: string; readonly origin: string },
): SignIn {
  const pool = new UserPool(scope, 'officers', {
    userPoolName: 'xieshang-officers',
    selfSignUpEnabled: false,
    signInAliases: { username: true },
    signInCaseSensitive: false,
    featurePlan: FeaturePlan.PLUS,
    mfa: Mfa.REQUIRED,
    mfaSecondFactor: { otp: true, sms: false },
    passwordPolicy: {
      minLength: 12,
      requireDigits: true,
      requireLowercase: true,
      requireUppercase: true,
      requireSymbols: true,
    },
    standardAttributes: { fullname: { required: true, mutable: true } },
    customAttributes: {
      role: new StringAttribute({ mutable: true, maxLen: 20 }),
      division: new StringAttribute({ mutable: true, maxLen: 15 }),
    },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  const raw = pool.node.defaultChild
  if (raw instanceof CfnUserPool) raw.userPoolAddOns = { advancedSecurityMode: 'ENFORCED' }
  const claims = defineFunction(scope, 'claims', {
    tenant: options.tenant,
    bundle: `${options.bundles}/claims`,
    description: 'Puts role and division into the officers’ tokens',
    environment: {},
    timeout: Duration.seconds(5),
  })
  pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, claims, LambdaVersion.V2_0)
  const domain = pool.addDomain('sign-in', { cognitoDomain: { domainPrefix: `xieshang-${options.tenant}` } })
  const client = pool.addClient('web', {
    userPoolClientName: 'xieshang-web',
    generateSecret: false,
    preventUserExistenceErrors: true,
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID],
      callbackUrls: [`${options.origin}/callback`],
      logoutUrls: [`${options.origin}/`],
    },
    accessTokenValidity: Duration.hours(8),
    idTokenValidity: Duration.hours(8),
  })
  const { region } = Stack.of(scope)
  const issuer = `https://cognito-idp.${region}.amazonaws.com/${pool.userPoolId}`
  return {
    issuer,
    // The pool says who it is at one address and hands out tokens at another.
    at: [issuer, domain.baseUrl()],
    // A user pool's access tokens name the client where others name an audience; the authorizer takes either.
    audience: client.userPoolClientId,
    clientId: client.userPoolClientId,
  }
}
