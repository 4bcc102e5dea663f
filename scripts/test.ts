import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './browser.ts'
import { fail } from './data-dir.ts'

/** Runs every check and every test, and ends with one line that counts them. Extra words choose test files by name. */
const words = process.argv.slice(2)
const results = join(process.cwd(), 'test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

// A test must never touch the data or the search server of a portal on this machine.
process.env.DATA_DIR = join(tmpdir(), 'schakel-no-data')
const settings = [
  'MEILI_URL',
  'MEILI_KEY',
  'ORIGIN',
  'SCHAKEL_MODE',
  'SECRET',
  'SMTP_URL',
  'MAIL_FROM',
  'TRUST_PROXY',
  ...['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET', 'NAME', 'DOMAINS', 'ACR'].map((name) => `OIDC_${name}`),
]
for (const name of ['NODE_ENV', 'PORT', 'LIMIT_FACTOR', ...settings]) delete process.env[name]

/** A port that nobody has at this moment. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return address.port
}
process.env.E2E_PORT = String(await freePort())
process.env.E2E_ISSUER_PORT = String(await freePort())

const broken: string[] = []
function run(what: string, args: string[]): void {
  console.log(`\n== ${what}`)
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (status !== 0) broken.push(what)
}

function read<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(join(results, file), 'utf8'))
  } catch {
    broken.push(`results in ${file}`)
    return undefined
  }
}

try {
  findBrowser()
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}

const bin = (path: string) => join('node_modules', path)
if (words.length === 0) {
  run('Types', [bin('typescript/bin/tsc')])
  run('Lint', [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings'])
  run('Imports', [
    bin('dependency-cruiser/bin/dependency-cruise.mjs'),
    ...['--config', '.dependency-cruiser.cjs', 'app', 'db', 'search', 'scripts'],
  ])
  run('Dead code', [bin('knip/bin/knip.js'), '--treat-config-hints-as-errors'])
}
run('Unit and integration tests', [
  bin('vitest/vitest.mjs'),
  ...['run', '--config', 'tests/vitest.config.ts', '--passWithNoTests', '--reporter=default', '--reporter=json'],
  `--outputFile=${join(results, 'vitest.json')}`,
  ...words,
])
run('Browser tests', [
  bin('@playwright/test/cli.js'),
  ...['test', '--config', 'tests/playwright.config.ts', ...(words.length > 0 ? ['--pass-with-no-tests'] : [])],
  ...words,
])

const unit = read<{ numPassedTests: number; numFailedTests: number }>('vitest.json')
const browser = read<{ stats: { expected: number; unexpected: number; flaky: number } }>('browser.json')
const passed = (unit?.numPassedTests ?? 0) + (browser?.stats.expected ?? 0)
const failed = (unit?.numFailedTests ?? 0) + (browser?.stats.unexpected ?? 0) + (browser?.stats.flaky ?? 0)
console.log(`\n${passed} passed, ${failed} failed`)
if (broken.length > 0 || failed > 0 || passed === 0) {
  // What failed may stand a thousand lines above, where a log that is cut off does not show it.
  if (broken.length > 0) console.log(`Failed: ${broken.join(', ')}`)
  process.exit(1)
}
