/** One self-contained page; everything that people wrote goes in as text, never as HTML. */
export const phoneHtml = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>手机短信 · 本机演示</title>
<style>
  :root { font: 16px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #1d2733; background: #eef1f5; }
  body { margin: 0; display: grid; grid-template-columns: 20rem 1fr; height: 100vh; }
  header { grid-column: 1 / -1; padding: .6rem 1rem; background: #12416b; color: #fff; }
  header small { opacity: .85; margin-left: .5rem; }
  nav { overflow: auto; background: #fff; border-right: 1px solid #d5dce5; }
  nav button { display: block; width: 100%; min-height: 3.5rem; padding: .5rem 1rem; text-align: left; border: 0; border-bottom: 1px solid #e6ebf1; background: none; font: inherit; cursor: pointer; }
  nav button[aria-current=true] { background: #e3eefa; font-weight: 600; }
  nav button span { float: right; background: #12416b; color: #fff; border-radius: 1rem; padding: 0 .6rem; font-size: .85rem; }
  nav small, main small { display: block; color: #566577; }
  main { overflow: auto; padding: 1rem; }
  main p { background: #fff; border-radius: .9rem .9rem .9rem .2rem; padding: .7rem 1rem; max-width: 34rem; margin: 0 0 .9rem; box-shadow: 0 1px 2px #0002; overflow-wrap: anywhere; }
  a { color: #0b57a4; }
  @media (max-width: 700px) { body { display: block; height: auto; } nav { max-height: 40vh; } }
  :focus-visible { outline: 3px solid #f0a020; outline-offset: -3px; }
</style>
<header><strong>手机短信</strong><small>本机演示：这里显示每部手机收到的短信，点开链接就是那位居民</small></header>
<nav aria-label="手机"></nav>
<main aria-live="polite"></main>
<script>
  const nav = document.querySelector('nav'), main = document.querySelector('main')
  let chosen = new URLSearchParams(location.search).get('number'), shown = ''
  const time = (at) => new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })
  const element = (name, text) => Object.assign(document.createElement(name), { textContent: text })
  function bubble(message) {
    const p = document.createElement('p')
    for (const part of message.text.split(/(https?:\\/\\/[^\\s]+)/)) {
      if (!/^https?:/.test(part)) { p.append(part); continue }
      p.append(Object.assign(element('a', part), { href: part, target: '_blank', rel: 'noopener noreferrer' }))
    }
    p.append(element('small', time(message.at)))
    return p
  }
  async function refresh() {
    const query = chosen ? '?number=' + encodeURIComponent(chosen) : ''
    const text = await (await fetch('/phone/messages' + query)).text()
    if (text === shown) return
    shown = text
    const { phones, messages } = JSON.parse(text)
    nav.replaceChildren(...phones.map(({ number, count, at }) => {
      const button = element('button', number.replace(/^\\+86/, ''))
      button.append(element('span', count), element('small', time(at)))
      button.setAttribute('aria-current', String(number === chosen))
      button.onclick = () => { chosen = number; shown = ''; refresh() }
      return button
    }))
    main.replaceChildren(...(messages.length ? messages.map(bubble) : [element('p', '还没有短信。发出告知之后，短信会出现在这里。')]))
  }
  setInterval(() => refresh().catch((error) => console.warn(error)), 1000)
  refresh()
</script>
</html>
`
