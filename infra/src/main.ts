import { cityApp } from './app.ts'

/** Synthesizes: for the CDK command line as it wants it, for the desk with an issuer that is named at the start. */
const { CDK_OUTDIR: outdir, XIESHANG_IDENTITY: identity } = process.env

cityApp({ ...(outdir !== undefined && { outdir }), ...(identity === 'oidc' && { identity }) }).synth()
