// Runs under the Node that a machine brings (20 or later), before anything is installed: JavaScript, no dependencies.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const pnpm = 'pnpm@12.21.0'
const root = process.cwd()
const modules = join(root, 'node_modules')
/** What was installed, written once it was; pnpm's own copy of the lockfile tells whether something else was since. */
const mark = join(modules, '.installed')
const installed = join(modules, '.pnpm', 'lock.yaml')

const folders = ['packages', 'functions', 'infra', 'test'].flatMap((folder) =>
  folder === 'packages' && existsSync(join(root, folder))
    ? readdirSync(join(root, folder)).map((name) => join(root, folder, name))
    : [join(root, folder)],
)
const manifests = [root, ...folders].map((folder) => join(folder, 'package.json')).filter(existsSync)

/** @param {string} file */
const needsModules = (file) => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(file, 'utf8'))
  return Object.keys({ ...dependencies, ...devDependencies }).length > 0
}

const missing = () =>
  !existsSync(installed) ||
  manifests.some((file) => needsModules(file) && !existsSync(join(file, '..', 'node_modules')))

function fingerprint() {
  const hash = createHash('sha256').update(`${pnpm} ${process.platform} ${process.arch} ${root}`)
  for (const file of [...manifests, join(root, 'pnpm-lock.yaml'), join(root, 'pnpm-workspace.yaml'), installed])
    hash.update(`\n${file}\n`).update(readFileSync(file))
  return hash.digest('hex')
}

/** @param {string[]} lines */
function give(...lines) {
  for (const line of lines) console.error(line)
  process.exit(1)
}

if (process.argv.includes('--check')) {
  if (missing())
    give('所需的软件包还没有安装：请先运行 npm start。', 'What this needs is not installed yet: run npm start first.')
} else if (missing() || !existsSync(mark) || readFileSync(mark, 'utf8') !== fingerprint()) {
  console.log('检查并安装所需的软件包（第一次约半分钟，需要网络） / installing what is needed')
  rmSync(mark, { force: true })
  const args = [
    '--yes',
    '--prefer-offline',
    pnpm,
    'install',
    '--frozen-lockfile',
    '--prefer-offline',
    '--loglevel=error',
  ]
  const { status } = spawnSync('npx', args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0)
    give(
      '软件包没有装好，原因见上。第一次安装需要网络。',
      'What is needed could not be installed; see above. The first time needs a network.',
    )
  writeFileSync(mark, fingerprint())
}
