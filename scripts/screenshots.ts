import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { browserArguments, findBrowser } from './browser.ts'

/** Makes the pictures of the README from the real pages, on data of its own. */
const shots: {
  name: string
  path: string
  width: number
  height: number
  colorScheme: 'light' | 'dark'
  /** Put in the search box, of which the suggestions are waited for. */
  typed?: string
  /** Asked for again until it is there: matching learns for a while after the first start. */
  awaited?: string
}[] = [
  { name: 'home', path: '/', width: 1280, height: 860, colorScheme: 'light' },
  { name: 'matrix', path: '/matrix', width: 1280, height: 860, colorScheme: 'light' },
  { name: 'organisations', path: '/organisaties?thema=energie', width: 1280, height: 860, colorScheme: 'light' },
  { name: 'programme', path: '/programmas/energiehubs', width: 1280, height: 860, colorScheme: 'dark' },
  { name: 'search', path: '/zoeken?q=waterstof', width: 1280, height: 860, colorScheme: 'light' },
  { name: 'suggestions', path: '/', width: 1280, height: 860, colorScheme: 'light', typed: 'circul' },
  {
    name: 'partners',
    path: '/organisaties/accuherleef-voorbeeld/partners',
    width: 1280,
    height: 860,
    colorScheme: 'light',
    awaited: 'main article',
  },
  {
    name: 'finder',
    path: '/programmawijzer?q=Wij+willen+stroom+opslaan+op+ons+bedrijventerrein&soort=sme&postcode=9712',
    width: 1280,
    height: 860,
    colorScheme: 'light',
    awaited: 'main article',
  },
  { name: 'phone', path: '/mijn-rom?postcode=1211', width: 390, height: 860, colorScheme: 'light' },
]

const folder = join(process.cwd(), '.github/screenshots')
mkdirSync(folder, { recursive: true })
const dataDir = mkdtempSync(join(tmpdir(), 'schakel-screenshots-'))
const server = spawn(process.execPath, ['scripts/start.ts'], {
  env: { ...process.env, DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error' },
})
let output = ''
const url = await new Promise<string>((resolve, reject) => {
  server.stdout.on('data', (data) => {
    output += data
    const ready = /ready: (http:\S+)/.exec(output)?.[1]
    if (ready) resolve(ready)
  })
  server.on('exit', () => reject(new Error(`The portal did not start: ${output}`)))
})

const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments })
for (const { name, path, width, height, colorScheme, typed, awaited } of shots) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, locale: 'nl-NL' })
  await page.goto(url + path)
  while (awaited && (await page.locator(awaited).count()) === 0) await page.reload()
  await page.evaluate(() => document.fonts.ready)
  if (typed) {
    await page.locator('[data-search]').pressSequentially(typed)
    await page.getByRole('option').first().waitFor()
  }
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await page.close()
  console.log(`${name}.png`)
}
await browser.close()
server.kill('SIGTERM')
await once(server, 'exit')
rmSync(dataDir, { recursive: true, force: true })
