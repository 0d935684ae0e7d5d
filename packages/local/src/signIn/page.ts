import type { Offices } from './accounts.ts'

const jsonOf = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')

/** The sign-in page of the desk: role, place, officer. No password, and it says so. */
export function signInHtml({ places, roles: all }: Pick<Offices, 'places' | 'roles'>): string {
  const lengths = [...new Set(places.map(({ code }) => code.length))].sort((a, b) => a - b)
  const atLength = (length: number | undefined) => all.find(({ digits }) => digits === length)
  const first = atLength(lengths.at(-1)) ?? all[0]
  const roles = all
    .map(
      (role) =>
        `<label><input type="radio" name="role" value="${role.name}" data-digits="${role.digits}" ${role === first ? 'checked' : ''}><span>${role.label}</span></label>`,
    )
    .join('')
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>登录 · 协商（本机演示）</title>
<style>
  :root { font: 17px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #1d2733; background: #eef1f5; }
  form { max-width: 30rem; margin: 4vh auto; background: #fff; padding: 1.5rem; border-radius: .8rem; box-shadow: 0 2px 12px #0002; box-sizing: border-box; }
  h1 { font-size: 1.4rem; margin: 0; } p { color: #566577; margin: .3rem 0 1rem; }
  fieldset { border: 0; padding: 0; margin: 0 0 1rem; } legend, .label { font-weight: 600; margin-bottom: .3rem; display: block; }
  fieldset label { display: inline-flex; align-items: center; min-height: 44px; margin-right: 1rem; gap: .4rem; }
  select, button { font: inherit; width: 100%; min-height: 48px; margin-bottom: .6rem; border-radius: .5rem; border: 1px solid #7c8da1; background: #fff; padding: 0 .6rem; box-sizing: border-box; }
  button { background: #12416b; color: #fff; border: 0; font-weight: 600; }
  [role=alert] { color: #a3160c; font-weight: 600; }
  :focus-visible { outline: 3px solid #f0a020; outline-offset: 2px; }
</style>
<form method="post">
  <h1>协商 · 登录</h1>
  <p>这是本机演示的登录页，没有密码：选好身份和地方即可。正式部署时由单位的统一身份认证代替。</p>
  <p hidden role="alert">请选择身份对应的地方。</p>
  <fieldset><legend>身份</legend>${roles}</fieldset>
  <div class="label">地方</div>
  ${lengths
    .slice(1)
    .map((length) => `<select aria-label="${atLength(length)?.label ?? ''}"></select>`)
    .join('\n  ')}
  <fieldset><legend>经办人</legend>
    <label><input type="radio" name="officer" value="1" checked><span>经办人1</span></label>
    <label><input type="radio" name="officer" value="2"><span>经办人2</span></label>
    <label><input type="radio" name="officer" value="3"><span>经办人3</span></label>
  </fieldset>
  <input type="hidden" name="division">
  <button>登录</button>
</form>
<script>
  const places = ${jsonOf(places.map(({ code, name }) => [code, name]))}
  const lengths = ${jsonOf(lengths)}
  const selects = [...document.querySelectorAll('select')]
  const whole = places.find(([code]) => code.length === lengths[0])
  const digits = () => Number(document.querySelector('[name=role]:checked').dataset.digits)
  function fill(level) {
    if (level === selects.length) return choose()
    const above = level === 0 ? whole[0] : selects[level - 1].value
    selects[level].replaceChildren(...places
      .filter(([code]) => code.length === lengths[level + 1] && code.startsWith(above))
      .map(([code, name]) => new Option(name, code)))
    fill(level + 1)
  }
  function choose() {
    const level = lengths.indexOf(digits())
    selects.forEach((select, index) => { select.hidden = index >= level })
    document.querySelector('[name=division]').value = level === 0 ? whole[0] : selects[level - 1].value
  }
  selects.forEach((select, index) => { select.onchange = () => fill(index + 1) })
  document.querySelectorAll('[name=role]').forEach((input) => { input.onchange = choose })
  fill(0)
</script>
</html>`
}
