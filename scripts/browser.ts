import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

// The headless shell is the same engine without windows: the tests take half the time in it.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

function installed(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [process.env.CHROMIUM_PATH, ...onPath, ...places].find((file) => file && existsSync(file))
}

/**
 * The browser for tests and screenshots. Where Debian's packages can be had and we are root, a missing one is installed.
 * @returns its path
 * @throws Error that says how to get one
 */
export function findBrowser(): string {
  const found = installed()
  if (found) return found
  const root = process.getuid?.() === 0
  if (root && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium from the packages of this system ...')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', env })
    spawnSync('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium-headless-shell'], {
      stdio: 'inherit',
      env,
    })
  }
  const now = installed()
  if (now) return now
  throw new Error(
    'The browser tests need Chromium or Chrome, and none was found.\n' +
      'Install it (on Debian and Ubuntu: sudo apt-get install chromium), or name it: CHROMIUM_PATH=/path/to/chrome npm test',
  )
}

/** What makes Chromium run without a screen, as root, and without talking to its maker. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
