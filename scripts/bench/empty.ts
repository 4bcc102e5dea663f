import type { ServerBuild } from '@remix-run/node'
import type { App } from '#app/context.server.ts'
import { listen } from '#app/server.ts'
import { get } from './search.ts'
import { type Compared, compared, crowds, measured } from './times.ts'

/** A list, a list with choices made, and pages of one thing. */
const pages = ['/organisaties', '/organisaties?thema=energie&soort=startup', '/programmas/energiehubs', '/roms/bom']

/**
 * Times pages against a Remix route that has no loader and shows nothing, on the same server with the same headers.
 * @param url of the portal
 * @param each how often each is asked for
 */
export async function measureAgainstEmpty(app: App, build: ServerBuild, url: string, each: number) {
  const nothing = { default: () => null }
  const root = { id: 'root', path: '', module: nothing }
  const leaf = { id: 'empty', parentId: 'root', index: true, module: nothing }
  const { entry } = build.assets
  const manifest = (id: string) => ({
    id,
    hasAction: false,
    hasLoader: false,
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: false,
    module: '',
  })
  const assets = { ...build.assets, entry, routes: { root: manifest('root'), empty: manifest('empty') } }
  const server = await listen(app)
  server.ready({ ...build, assets, routes: { root, empty: leaf } } as unknown as ServerBuild)
  const result: Record<string, Compared[]> = {}
  const ask = (address: string) => Array.from({ length: each }, () => () => get(address))
  for (const path of pages) {
    result[path] = []
    for (const clients of crowds) {
      const empty = await measured(clients, ask(`${server.url}/`))
      result[path].push(compared(clients, empty, await measured(clients, ask(url + path))))
    }
  }
  await server.close()
  return result
}
