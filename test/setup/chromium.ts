import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** Where Chromium is, if it is anywhere we know. */
export const findChromium = (): string | undefined =>
  candidates.find((path) => path !== undefined && path !== '' && existsSync(path))

const hasCjkFont = (): boolean => {
  try {
    return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false
  }
}

const mayInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/** Makes sure that pages can be tested: installs by apt where it may. @throws Error that says how to do it by hand */
export function requireChromium(): void {
  const missing = [
    ...(findChromium() === undefined ? ['chromium'] : []),
    ...(hasCjkFont() ? [] : ['fonts-noto-cjk', 'fontconfig']),
  ]
  if (missing.length === 0) return
  if (!mayInstall())
    throw new Error(
      `The browser tests need ${missing.join(' and ')}. Install them, on Debian: sudo apt-get install -y chromium fonts-noto-cjk fontconfig; elsewhere put Chromium’s path into CHROMIUM_PATH and install a Chinese font.`,
    )
  console.log(`Installing ${missing.join(', ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env })
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  })
  if (findChromium() === undefined || !hasCjkFont())
    throw new Error('Chromium or a Chinese font is still missing after installing')
}
