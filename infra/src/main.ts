import { cityApp } from './app.ts'

cityApp(process.env.CDK_OUTDIR === undefined ? {} : { outdir: process.env.CDK_OUTDIR }).synth()
