import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StartFailure } from '@xieshang/desk/kept'
import { markOf } from '../../../../infra/src/build.ts'
import { watchFunctions } from '../../../../infra/src/watch.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

/** Builds what changed. The build says itself what it does and what went wrong. */
export async function build(): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'infra/src/build.ts')], { stdio: 'inherit' })
  const code = await new Promise((ended) => child.once('exit', ended))
  if (code !== 0) throw new StartFailure('构建没有成功，原因见上。', 'The build did not succeed; see above.')
}

/** From now on a function runs its source as it is when it is called. */
export function watchSources() {
  return watchFunctions({
    root,
    outdir: join(root, '.build/functions'),
    rebuilt: (name, ms) => {
      console.log(`${name} 已更新 / runs its new source (${Math.round(ms)} ms)`)
      // The bundles are no longer what the last build made: the next one makes them again.
      void rm(markOf('functions'), { force: true })
    },
    broken: (name, why) =>
      console.error(`! ${name} 的源代码不能打包，仍运行之前的 / does not build and runs on as before:\n${why}`),
  })
}
