import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleFunctions } from './bundle.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const buildDir = join(root, '.build')

/** A hash of every file below some folders, so that a step runs only when its inputs changed. */
async function fingerprint(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) {
    const full = join(root, path)
    const files = path.includes('.')
      ? [full]
      : (await readdir(full, { recursive: true, withFileTypes: true }))
          .filter(
            (entry) => entry.isFile() && !entry.parentPath.includes('node_modules') && !/\.test\.ts$/.test(entry.name),
          )
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
    for (const file of files) hash.update(file.slice(root.length)).update(await readFile(file))
  }
  return hash.digest('hex')
}

/** Where a step writes down what it was made from; without it, the step runs at the next build. */
export const markOf = (step: string): string => join(buildDir, `${step}.hash`)

/** A step of the build that failed, said plainly. */
export class BuildError extends Error {}

const run = (what: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) =>
  new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const hear = (chunk: Buffer) => {
      output += chunk.toString('utf8')
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new BuildError(`${what} failed:\n${output.slice(-4000)}`)),
    )
  })

type Step = {
  readonly name: string
  readonly says: string
  readonly inputs: readonly string[]
  readonly output: string
  readonly run: () => Promise<void>
}

/** Their descriptions too: those say what may be left out of a bundle. */
const libraries = ['kernel', 'rules', 'store', 'acts', 'channels', 'http', 'record', 'divisions']
  .flatMap((name) => [`packages/${name}/package.json`, `packages/${name}/src`])
  .concat('packages/divisions/data')

const steps: readonly Step[] = [
  {
    name: 'functions',
    says: '打包函数 / bundling the functions',
    inputs: [...libraries, 'functions/src', 'infra/src/bundle.ts', 'infra/src/bundlePlugins.ts', 'pnpm-lock.yaml'],
    output: '.build/functions',
    run: async () => {
      const sizes = await bundleFunctions(root, join(buildDir, 'functions'))
      const lines = sizes.flatMap(({ name, kilobytes, areas }) => {
        const parts = Object.entries(areas).map(([area, size]) => `${name}/${area} ${size} KB`)
        return parts.length > 0 ? parts : [`${name} ${kilobytes} KB`]
      })
      console.log(`  ${lines.join(', ')}`)
    },
  },
  {
    name: 'web',
    says: '构建页面 / building the pages',
    inputs: [
      'packages/kernel/src',
      'packages/rules/src',
      'packages/web/src',
      'packages/web/index.html',
      'packages/web/vite.config.ts',
      'pnpm-lock.yaml',
    ],
    output: 'packages/web/dist',
    run: () =>
      run(
        'vite build',
        [join(root, 'packages/web/node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
        join(root, 'packages/web'),
      ),
  },
  {
    name: 'templates',
    says: '合成模板 / synthesizing the templates',
    inputs: ['infra/src', ...libraries, 'functions/src', 'packages/web/src', 'pnpm-lock.yaml'],
    output: 'cdk.out',
    run: async () => {
      await rm(join(root, 'cdk.out'), { recursive: true, force: true })
      await run('cdk synthesis', [join(root, 'infra/src/main.ts')], root, {
        CDK_OUTDIR: join(root, 'cdk.out'),
        XIESHANG_IDENTITY: 'oidc',
        // The bundles stay where they are written, so that a desk sees them change.
        CDK_CONTEXT_JSON: JSON.stringify({ 'aws:cdk:disable-asset-staging': true }),
      })
    },
  },
]

/** Builds what changed since the last time: functions, pages, templates. @throws BuildError with what went wrong */
export async function buildAll(options: { readonly force?: boolean } = {}): Promise<void> {
  for (const step of steps) {
    const inputs = step.inputs.filter((path) => existsSync(join(root, path)))
    const now = await fingerprint(inputs)
    const mark = markOf(step.name)
    const before = existsSync(mark) ? await readFile(mark, 'utf8') : ''
    if (options.force !== true && before === now && existsSync(join(root, step.output))) continue
    console.log(`${step.says} …`)
    await step.run()
    await mkdir(dirname(mark), { recursive: true })
    await writeFile(mark, now)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await buildAll({ force: process.argv.includes('--force') })
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
