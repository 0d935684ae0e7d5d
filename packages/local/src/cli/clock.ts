import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openState } from '@xieshang/desk/kept'

/** `npm run clock [-- +3d]`: tells the time of the running city, or puts it forward. */
const asked = process.argv.slice(2).join(' ')
const dataDir = resolve(process.env.XIESHANG_DATA ?? '.data')

function give(zh: string, en: string): never {
  console.error(`${zh}\n${en}`)
  process.exit(1)
}

if (!existsSync(join(dataDir, 'desk.sqlite')))
  give(`${dataDir} 里没有运行过的城市，请先运行 npm start。`, `No city has run in ${dataDir}. Run npm start first.`)
const state = openState(dataDir)
const origin = state.get('origin')
state.close()

async function ask(): Promise<Response> {
  try {
    return await (asked === ''
      ? fetch(`${origin}/clock`)
      : fetch(`${origin}/clock`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(asked.startsWith('+') ? { by: asked } : { to: asked }),
        }))
  } catch {
    return give(
      `没有连上 ${origin}：请先在另一个窗口运行 npm start，看到 ready 之后再拨时钟。`,
      `Nothing answers at ${origin}: run npm start in another window first and wait for “ready”.`,
    )
  }
}

const response = await ask()
const answer = (await response.json()) as { now?: string; message?: string }
if (answer.now === undefined) {
  console.error(answer.message ?? response.statusText)
  process.exit(1)
}
const local = new Date(answer.now).toLocaleString('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'full',
  timeStyle: 'medium',
  hourCycle: 'h23',
})
console.log(`${local}（${answer.now}）`)
