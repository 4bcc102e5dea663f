import type { ServerBuild } from '@remix-run/node'

/** The first part of a path, as routes are compared: "organisaties" of "/Organisaties/x.data". */
const firstPart = (path: string) => path.split('/')[0]?.toLowerCase() ?? ''

/**
 * The same build with only the routes that a path may lead to, by its first part. Remix reads, ranks and compiles all routes again at
 * every request until one fits: of some 140 routes that was a fifth of what an answer of the API took.
 * @returns a build by path, each part the same one every time; the whole build for a path that cannot be read
 */
export function buildByPath(build: ServerBuild): (path: string) => ServerBuild {
  const parts = new Map<string, ServerBuild>()
  const routes = Object.entries(build.routes).flatMap(([id, route]) => (route ? [{ id, route }] : []))
  const isOfAll = (path: string) => /^[:*]/.test(path)
  const known = new Set(routes.map(({ route }) => firstPart(route.path ?? '')))
  return (path) => {
    let part: string
    try {
      // How Remix asks for the data of a page beside it; that of the home page is at "/_root.data".
      part = firstPart(decodeURIComponent(path.slice(1)).replace(/\.data$/, ''))
    } catch {
      return build
    }
    if (path.startsWith('//')) return build
    if (part === '_root') part = ''
    // What no route begins with leads to those of any path only: one build is enough for all of it.
    const key = known.has(part) ? part : '*'
    let own = parts.get(key)
    if (!own) {
      const kept = routes.filter(({ route: { parentId, path: given = '' } }) => {
        return parentId === undefined || isOfAll(given) || firstPart(given) === key
      })
      const ids = new Set(kept.map(({ id }) => id))
      const only = <Route>(all: Record<string, Route>) =>
        Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)))
      own = { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } }
      parts.set(key, own)
    }
    return own
  }
}
