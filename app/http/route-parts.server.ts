import type { ServerBuild } from '@remix-run/node'

/** The first part of a path, as routes are compared: "organisaties" of "/Organisaties/x.data". */
const firstPart = (path: string) => path.split('/')[0]?.toLowerCase() ?? ''

/**
 * What is made of a build with only the routes that a path may lead to, by its first part. Remix reads, ranks and compiles all routes
 * again at every request until one fits: of some 140 routes that was a fifth of what an answer of the API took.
 * @returns what was made, by path: of each part once, when it is first asked for; of the whole build for a path that cannot be read
 */
export function byFirstPart<Made>(build: ServerBuild, make: (part: ServerBuild) => Made): (path: string) => Made {
  const known = new Set(Object.values(build.routes).map((route) => firstPart(route?.path ?? '')))
  const made = new Map<string | null, Made>()
  return (path) => {
    const part = partOf(path)
    // What no route begins with leads to those of any path only: one build is enough for all of it.
    const key = part === null || known.has(part) ? part : '*'
    const own = made.get(key) ?? make(key === null ? build : withRoutesOf(key, build))
    made.set(key, own)
    return own
  }
}

/** @returns null for a path that cannot be read */
function partOf(path: string): string | null {
  if (path.startsWith('//')) return null
  try {
    // How Remix asks for the data of a page beside it; that of the home page is at "/_root.data".
    const part = firstPart(decodeURIComponent(path.slice(1)).replace(/\.data$/, ''))
    return part === '_root' ? '' : part
  } catch {
    return null
  }
}

function withRoutesOf(part: string, build: ServerBuild): ServerBuild {
  const { routes } = build
  const leadsThere = ({ path = '' }: { path?: string }) => /^[:*]/.test(path) || firstPart(path) === part
  /** A page with the frames it stands in, which have no path of their own. */
  const withParents = (id: string | undefined): string[] =>
    id === undefined ? [] : [id, ...withParents(routes[id]?.parentId)]
  const ids = new Set(
    Object.entries(routes).flatMap(([id, route]) => (route && leadsThere(route) ? withParents(id) : [])),
  )
  const only = <Route>(all: Record<string, Route>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)))
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } }
}
