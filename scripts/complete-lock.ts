import { readFileSync, writeFileSync } from 'node:fs'

/**
 * A lock file made where the registry lacks other platforms' packages misses them, and `npm ci` then refuses on every
 * machine. This adds each optional dependency that the lock names but does not hold, with the platform its name tells.
 * Run it after every change of dependencies: npm run lock
 */
interface Entry {
  version?: string
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  dev?: boolean
  optionalDependencies?: Record<string, string>
}

const file = new URL('../package-lock.json', import.meta.url)
const lock: { packages: Record<string, Entry> } = JSON.parse(readFileSync(file, 'utf8'))

const systems = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32', 'aix']
const processors = ['arm64', 'arm', 'ia32', 'x64', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32']

/** The platform in a name such as "@rollup/rollup-linux-x64-musl". */
function platform(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> {
  const parts = name.split(/[-/]/)
  const os = parts.filter((part) => systems.includes(part))
  const cpu = parts.filter((part) => processors.includes(part))
  const libc = parts.includes('musl') ? ['musl'] : parts.includes('gnu') ? ['glibc'] : []
  return {
    ...(os.length > 0 ? { os } : {}),
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(os.includes('linux') && libc.length > 0 ? { libc } : {}),
  }
}

/** The version npm finds for a name from inside another package: beside it, then in each folder above. */
function versionSeenFrom(from: string, name: string): string | undefined {
  for (let place = from; place; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    const entry = lock.packages[`${place}/node_modules/${name}`]
    if (entry) return entry.version
  }
  return lock.packages[`node_modules/${name}`]?.version
}

let added = 0
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const found = platform(name)
    const exact = /^\d/.test(version)
    if (place === '' || !exact || (!found.os && !found.cpu)) continue
    const seen = versionSeenFrom(place, name)
    if (seen === version) continue
    // Where another version has the place at the top, this one goes under its owner.
    const at = seen === undefined ? `node_modules/${name}` : `${place}/node_modules/${name}`
    lock.packages[at] = { version, ...(entry.dev ? { dev: true } : {}), ...found, optional: true }
    added += 1
  }
}
const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1))
lock.packages = Object.fromEntries(sorted)
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(
  added === 0 ? 'The lock file is complete.' : `Added ${added} packages of other platforms to the lock file.`,
)
