/** One self-contained page. An article is shown in a frame that runs nothing. */
export const wechatHtml = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>微信公众号 · 本机演示</title>
<style>
  :root { font: 16px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #1d2733; background: #eef1f5; }
  body { margin: 0; }
  header { padding: .6rem 1rem; background: #12416b; color: #fff; }
  header small { opacity: .85; margin-left: .5rem; }
  main { max-width: 40rem; margin: 0 auto; padding: 1rem; }
  article { background: #fff; border-radius: .6rem; padding: 1rem; margin-bottom: 1rem; box-shadow: 0 1px 2px #0002; }
  h2 { font-size: 1.1rem; margin: 0 0 .3rem; }
  iframe { border: 0; width: 100%; height: 14rem; }
  small { color: #566577; }
  a { color: #0b57a4; }
</style>
<header><strong>微信公众号</strong><small>本机演示：这里显示各县公众号发布的文章</small></header>
<main aria-live="polite"></main>
<script>
  const main = document.querySelector('main')
  let shown = ''
  const element = (name, properties) => Object.assign(document.createElement(name), properties)
  async function refresh() {
    const text = await (await fetch('/wechat/articles')).text()
    if (text === shown) return
    shown = text
    const { articles } = JSON.parse(text)
    main.replaceChildren(...(articles.length ? articles.map(({ title, author, account, content, link, at }) => {
      const article = document.createElement('article')
      const time = new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })
      const frame = element('iframe', { srcdoc: content, title })
      frame.setAttribute('sandbox', '')
      article.append(element('h2', { textContent: title }), element('small', { textContent: author + ' · ' + account + ' · ' + time }),
        frame, element('a', { href: link, target: '_blank', rel: 'noopener noreferrer', textContent: '阅读原文' }))
      return article
    }) : [element('p', { textContent: '还没有文章。选用微信公众号发出告知或公示之后，文章会出现在这里。' })]))
  }
  setInterval(() => refresh().catch((error) => console.warn(error)), 1000)
  refresh()
</script>
</html>
`
