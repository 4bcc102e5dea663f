import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { denyImports } from 'vite-env-only'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

export default defineConfig(({ command }) => ({
  publicDir: 'app/public',
  plugins: [
    // In the build only: while developing, Remix looks server modules up as if for the browser, to gather styles.
    // Without this, a component that imports one constant from a module with SQL ships the database to the browser.
    command === 'build' &&
      denyImports({
        client: {
          specifiers: ['kysely', 'better-sqlite3', 'meilisearch', 'express', 'write-excel-file', /^node:/],
          files: ['**/*.server.*', 'db/**', 'search/**', 'scripts/**', '**/i18n/nl/**', '**/i18n/en/**'],
        },
      }),
    tailwindcss(),
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
        v3_routeConfig: true,
      },
    }),
  ],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // A route for machines has no part for the browser: its empty chunk is as it should be.
    rollupOptions: { onwarn: (warning, warn) => warning.code !== 'EMPTY_BUNDLE' && warn(warning) },
  },
  ssr: { noExternal: ['@svg-maps/netherlands'] },
}))
