import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { node, root, seconds, timed } from './node.ts'

const counties = 100
/** Each is made so often, by turns, and the quickest counts: what else the machine does only makes it slower. */
const turns = 3

/** Stacks of the very resources that a county has, without constructs, policies that follow from needs, or checks. */
const bareStacks = (template: string, outdir: string) => `
  const { App, CfnResource, Stack } = await import(${JSON.stringify(join(root, 'infra/node_modules/aws-cdk-lib/index.js'))}).then((all) => all.default ?? all)
  const { readFileSync } = await import('node:fs')
  const { Resources } = JSON.parse(readFileSync(${JSON.stringify(template)}, 'utf8'))
  const app = new App({ outdir: ${JSON.stringify(outdir)} })
  for (let county = 0; county < ${counties}; county++) {
    const stack = new Stack(app, 'Bare' + county)
    for (const [id, { Type: type, Properties: properties }] of Object.entries(Resources))
      new CfnResource(stack, id, { type, ...(properties !== undefined && { properties }) })
  }
  app.synth()`

const countyStacks = (count: number, outdir: string) => `
  const { cityApp } = await import(${JSON.stringify(join(root, 'infra/src/app.ts'))})
  const counties = Array.from({ length: ${count} }, (_, n) => ({ code: String(331102 + n), name: String(n) }))
  cityApp({ outdir: ${JSON.stringify(outdir)}, counties }).synth()`

/** How long a hundred counties take to synthesize, beside one, and beside as many stacks of the same bare resources. */
export async function synthesis(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'xieshang-synth-'))
  const at = (name: string) => join(folder, name)
  const one = await timed(() => node(countyStacks(1, at('one'))))
  const template = at('one/Xieshang331102.template.json')
  const resources = Object.keys(
    (JSON.parse(await readFile(template, 'utf8')) as { Resources: object }).Resources,
  ).length
  const hundred: number[] = []
  const bare: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    hundred.push((await timed(() => node(countyStacks(counties, at(`hundred${turn}`))))).ms)
    bare.push((await timed(() => node(bareStacks(template, at(`bare${turn}`))))).ms)
  }
  const [ours, theirs] = [Math.min(...hundred), Math.min(...bare)]
  await rm(folder, { recursive: true })
  console.log(
    `synthesis      1 county ${seconds(one.ms)}, ${counties} ${seconds(ours)}; as many bare stacks of the same ${resources} resources ${seconds(theirs)}: ${(ours / theirs).toFixed(2)} times (goal 1.8)`,
  )
}
