import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['app/**/*.test.ts', 'db/**/*.test.ts', 'search/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: ['tests/support/meilisearch.ts'],
    setupFiles: ['tests/support/no-console-error.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
