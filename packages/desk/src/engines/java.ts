import { execFile } from 'node:child_process'
import { StartFailure } from './failure.ts'

const least = 17

const help = new StartFailure(
  `数据库引擎需要 Java ${least} 或更新版本，但没有找到。请先安装，例如 Debian/Ubuntu：apt-get install openjdk-17-jre-headless，其他系统见 adoptium.net。`,
  `The database engine needs Java ${least} or later, which was not found. Install it first, e.g. on Debian/Ubuntu: apt-get install openjdk-17-jre-headless, elsewhere see adoptium.net.`,
)

/** @throws StartFailure when there is no Java, or an old one */
export async function requireJava(): Promise<void> {
  const output = await new Promise<string>((resolve, reject) => {
    execFile('java', ['-version'], (error, stdout, stderr) =>
      error === null ? resolve(stdout + stderr) : reject(help),
    )
  })
  const version = Number(/version "(\d+)/.exec(output)?.[1] ?? 0)
  if (version < least) throw help
}
