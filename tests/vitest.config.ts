import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['app/**/*.test.ts', 'db/**/*.test.ts', 'search/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: ['tests/support/meilisearch.ts'],
    setupFiles: ['tests/support/no-console-error.ts'],
    // A test mostly waits for one thread at a time: by itself it would leave a core idle, and a machine has two at least.
    maxWorkers: '100%',
    // Some tests start a whole portal five times, on a machine that may be busy: this only ends what hangs.
    testTimeout: 400_000,
    hookTimeout: 60_000,
  },
})
