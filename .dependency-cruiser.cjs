/** Who may import whom. Type-only imports are free, but for cycles between modules that run. */
const running = { dependencyTypesNot: ['type-only'] }

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: running } },
    {
      name: 'db-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^(app|search|scripts|tests)/' },
    },
    {
      name: 'search-imports-only-db',
      severity: 'error',
      from: { path: '^search/' },
      to: { path: '^(app|scripts|tests)/' },
    },
    {
      name: 'app-never-imports-commands-or-tests',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^(scripts|tests)/' },
    },
    {
      name: 'domain-imports-only-db-and-domain',
      comment:
        'Keys, the mail queue and formats are leaves: they import db at most. What is decided here is mailed in one transaction, and by the day it is in the Netherlands.',
      severity: 'error',
      from: { path: '^app/domain/' },
      to: {
        ...running,
        path: '^(app/(?!domain/|auth/keys\\.server|mail/queue\\.server|i18n/(format|locale)\\.ts)|search/)',
      },
    },
    {
      name: 'ui-has-no-data-access',
      severity: 'error',
      from: { path: '^app/ui/' },
      to: { ...running, path: ['^(db|search)/', '^app/(routes|auth|mail|jobs|http)/', '\\.server\\.'] },
    },
    {
      name: 'i18n-stands-alone',
      severity: 'error',
      from: { path: '^app/i18n/' },
      to: { path: '^(db|search|app/(?!i18n/))' },
    },
    {
      name: 'http-knows-no-domain',
      severity: 'error',
      from: { path: '^app/http/' },
      to: { ...running, path: '^(db|search|app/(domain|routes|ui))/' },
    },
    {
      name: 'no-route-to-route',
      severity: 'error',
      from: { path: '^app/routes/' },
      to: { path: '^app/routes/[^/]+/[^/]+\\.tsx?$' },
    },
    {
      name: 'routes-write-no-sql',
      severity: 'error',
      from: { path: '^app/routes/(?!api/healthz)' },
      to: { ...running, path: ['node_modules/kysely', '^db/'] },
    },
    { name: 'not-resolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    exclude: { path: ['\\.css', '^node:'] },
  },
}
