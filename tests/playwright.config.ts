import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { browserArguments, findBrowser } from '../scripts/browser.ts'

// Workers read this file too: only the first reader makes the folder. `npm test` gives a port that is free.
process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), 'schakel-e2e-'))
process.env.E2E_PORT ??= '4399'
process.env.E2E_ISSUER_PORT ??= '4398'
const url = `http://127.0.0.1:${process.env.E2E_PORT}`

export default defineConfig({
  testDir: 'e2e',
  globalSetup: fileURLToPath(import.meta.resolve('./support/e2e-setup.ts')),
  // Playwright empties this folder first: the other results lie beside it.
  outputDir: '../test-results/browser',
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  reporter: [['list'], ['json', { outputFile: '../test-results/browser.json' }]],
  use: {
    baseURL: url,
    locale: 'nl-NL',
    launchOptions: { executablePath: findBrowser(), args: browserArguments },
  },
  webServer: {
    command: 'node scripts/start.ts',
    cwd: join(import.meta.dirname, '..'),
    url: `${url}/healthz`,
    env: {
      DATA_DIR: process.env.E2E_DATA_DIR,
      PORT: process.env.E2E_PORT,
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      // All browsers ask from one address.
      LIMIT_FACTOR: '100',
      // Of tests/support/issuer.ts, which is there once the portal is.
      OIDC_ISSUER: `http://127.0.0.1:${process.env.E2E_ISSUER_PORT}`,
      OIDC_CLIENT_ID: 'schakel',
      OIDC_CLIENT_SECRET: 'een geheim van de proef',
      OIDC_DOMAINS: 'rom.example',
    },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 8000 },
    timeout: 60_000,
  },
})
