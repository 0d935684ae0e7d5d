/** Put by the desk at the end of its start page; the pages themselves do not know it. */
export const buttonTag =
  '<link rel="stylesheet" href="/clock/button.css"><script src="/clock/button.js" defer></script>'

export const buttonStyle = `
#desk-clock { max-width: 60rem; margin: 1rem auto 2rem; padding: .8rem 1rem; border: 1px dashed #7c8da1; border-radius: .6rem; background: #fff; color: #1d2733; font: 15px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; box-sizing: border-box; }
#desk-clock[hidden] { display: none; }
#desk-clock h2 { font-size: 1rem; margin: 0 0 .2rem; }
#desk-clock p { margin: 0 0 .5rem; }
#desk-clock time { font-weight: 600; font-variant-numeric: tabular-nums; }
#desk-clock button { font: inherit; min-height: 44px; padding: 0 1rem; margin: 0 .5rem .3rem 0; border: 1px solid #7c8da1; border-radius: .5rem; background: #fff; color: #12416b; cursor: pointer; }
#desk-clock button:disabled { color: #66707d; cursor: wait; }
`

/** @param offset of the zone whose time it shows, such as +08:00 */
export const buttonScript = (offset: string) => `
const make = (name, text) => Object.assign(document.createElement(name), { textContent: text })
const bar = make('section', '')
bar.id = 'desk-clock'
bar.setAttribute('aria-labelledby', 'desk-clock-name')
const time = make('time', ''), line = make('p', ''), said = make('p', '')
said.setAttribute('role', 'status')
const heading = Object.assign(make('h2', '本机时钟 · desk clock'), { id: 'desk-clock-name' })
line.append('现在是 ', time, '。等几天才到的事，把时钟往前拨就能看到；只能往前，不能往后。')
let ahead = 0
const show = () => {
  const now = new Date(Date.now() + ahead)
  time.dateTime = now.toISOString()
  time.textContent = now.toLocaleString('zh-CN', { timeZone: ${JSON.stringify(offset)}, hourCycle: 'h23', year: 'numeric', month: 'long', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit' })
  bar.hidden = location.pathname !== '/'
}
const take = ({ now }) => { ahead = Date.parse(now) - Date.now(); show() }
const buttons = [['+1h', '往前1小时'], ['+1d', '往前1天'], ['+3d', '往前3天'], ['+7d', '往前7天']].map(([by, words]) => {
  const button = make('button', words)
  button.type = 'button'
  button.onclick = async () => {
    for (const one of buttons) one.disabled = true
    said.textContent = '正在往前拨，途中到期的事逐一办理…… / going forward …'
    try {
      const answer = await fetch('/clock', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ by }) })
      const body = await answer.json()
      if (answer.ok) take(body)
      said.textContent = answer.ok ? '' : body.message
    } catch {
      said.textContent = '没有连上本机的服务。/ The desk does not answer.'
    }
    for (const one of buttons) one.disabled = false
  }
  return button
})
bar.append(heading, line, ...buttons, said)
document.body.append(bar)
const ask = () => fetch('/clock').then((answer) => answer.json()).then(take, show)
ask()
setInterval(show, 1000)
setInterval(ask, 10000)
`
