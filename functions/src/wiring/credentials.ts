import { fromEnv } from '@aws-sdk/credential-provider-env'

/**
 * Where a function's credentials are: Lambda puts them into its environment, and nowhere else. The bundler takes this
 * instead of the SDK's chain, which looks for profiles, sign-ins and metadata services and weighs 140 KB.
 */
export const defaultProvider = () => fromEnv()
