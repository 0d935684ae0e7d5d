import type { Credentials } from './engines/credentials.ts'

export const account = '000000000000'

export const region = 'us-east-1'

export const mostWorkers = 4

/** The names under which functions find AWS on the desk. */
export const runtimeEnvironment = (credentials: Credentials, endpoint: string) => ({
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  TZ: ':UTC',
  AWS_ENDPOINT_URL: endpoint,
})
