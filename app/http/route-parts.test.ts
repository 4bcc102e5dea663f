import type { ServerBuild } from '@remix-run/node'
import { expect, test } from 'vitest'
import { byFirstPart } from './route-parts.server.ts'

const paths: Record<string, string | undefined> = {
  home: undefined,
  list: 'organisaties',
  one: 'organisaties/:slug',
  csv: 'organisaties.csv',
  search: 'api/v1/search',
  sitemap: ':file.xml',
  unknown: '*',
}
const routes = Object.fromEntries([
  ['root', { id: 'root', path: '' }],
  ...Object.entries(paths).map(([id, path]) => [id, { id, parentId: 'root', path }]),
  ['frame', { id: 'frame', parentId: 'root' }],
  ['desk', { id: 'desk', parentId: 'frame', path: 'werk/:id' }],
])
const build = { routes, assets: { routes } } as unknown as ServerBuild
const buildOf = byFirstPart(build, (part) => part)
const ofAll = ['root', 'sitemap', 'unknown']

test.each([
  ['/', ['home', 'frame']],
  ['/_root.data', ['home', 'frame']],
  ['/werk/1', ['frame', 'desk']],
  ['/organisaties', ['list', 'one']],
  ['/Organisaties/', ['list', 'one']],
  ['/%6Frganisaties/x', ['list', 'one']],
  ['/organisaties.data', ['list', 'one']],
  ['/organisaties/x.data', ['list', 'one']],
  ['/organisaties.csv', ['csv']],
  ['/api/v1/anything', ['search']],
  ['/sitemap-1.xml', []],
  ['/bestaat-niet/x', []],
  ['/*', []],
])('%s is compared with what it may lead to: %o', (path, ids) => {
  const own = buildOf(path)
  expect(Object.keys(own.routes).sort()).toEqual([...ofAll, ...ids].sort())
  expect(Object.keys(own.assets.routes)).toEqual(Object.keys(own.routes))
})

test('of each part there is one build, of unknown paths one in all; what cannot be read is left to Remix', () => {
  expect(buildOf('/organisaties/x')).toBe(buildOf('/organisaties'))
  expect(buildOf('/wat-dan-ook')).toBe(buildOf('/iets-anders'))
  for (const path of ['/%E0%A4%A', '//organisaties']) expect(buildOf(path)).toBe(build)
})
